using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record MilestoneLookback(
    Guid GoalId,
    string Title,
    DateOnly Date,
    DateOnly? ReachedOn,
    int Open,
    int Done
)
{
    public bool IsReached => Milestone.IsReached(ReachedOn, Open, Done);
}
