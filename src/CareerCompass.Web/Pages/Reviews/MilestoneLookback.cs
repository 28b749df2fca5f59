using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record MilestoneLookback(
    Guid GoalId,
    string Title,
    DateOnly Date,
    DateOnly? ReachedOn,
    int OpenTaskCount,
    int DoneTaskCount
)
{
    public bool IsReached => Milestone.IsReached(ReachedOn, OpenTaskCount, DoneTaskCount);
}
