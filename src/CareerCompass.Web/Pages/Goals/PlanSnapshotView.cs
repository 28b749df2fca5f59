using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal's route as it stood on a day, with what was different from the one before.</summary>
/// <param name="Day">The person's day as of which it is drawn.</param>
public sealed record PlanSnapshotView(
    Guid GoalId,
    int Number,
    int Last,
    DateTime At,
    DateOnly Day,
    RevisionSummary Summary,
    PlanSnapshot PlanSnapshot,
    RouteChart Chart
)
{
    /// <param name="done">See <see cref="HistoryQueries.TasksDoneByAsync"/>.</param>
    public static PlanSnapshotView Create(
        Revision revision,
        int last,
        DateOnly day,
        RevisionSummary revisionSummary,
        IReadOnlyList<PlanDates> planDateses,
        IReadOnlyDictionary<Guid, DateOnly> done
    )
    {
        var planSnapshot = HistoryQueries.StateOn(revision.ReadSnapshot(), day, done);
        return new PlanSnapshotView(
            revision.GoalId,
            revision.Number,
            last,
            revision.EditedAt,
            day,
            revisionSummary,
            planSnapshot,
            RouteChart.Create(
                planSnapshot,
                day,
                null,
                PlanDates.DistinctFrom(planDateses, planSnapshot, RouteChart.MaxEarlierPlans)
            )
        );
    }
}
