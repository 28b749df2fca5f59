namespace CareerCompass.Domain.Goals;

public enum GoalState
{
    Active,
    Paused,
    Achieved,
    Retired,
}
