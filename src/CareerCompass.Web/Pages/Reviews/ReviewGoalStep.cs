using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>A goal that a review asks about, or that was answered before it ended.</summary>
public sealed record ReviewGoalStep(Guid GoalId, string Title, GoalState State, bool IsTrashed, bool IsAnswered)
{
    /// <summary>A goal that ended or was paused meanwhile is no longer asked about.</summary>
    public bool IsAsked => State == GoalState.Active && !IsTrashed;
}
