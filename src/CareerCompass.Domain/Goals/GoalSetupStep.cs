namespace CareerCompass.Domain.Goals;

public enum GoalSetupStep
{
    Direction,
    Template,
    Goal,
    Milestones,
    Tasks,
    Hours,
    Route,
}
