using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="Day">In the person's time zone.</param>
public sealed record PlanSnapshotView(
    Guid GoalId,
    int Number,
    int LatestNumber,
    DateTime EditedAt,
    DateOnly Day,
    RevisionSummary Summary,
    PlanSnapshot PlanSnapshot,
    RouteChart Chart
)
{
    public static PlanSnapshotView Create(
        Revision revision,
        int last,
        DateOnly day,
        RevisionSummary revisionSummary,
        IReadOnlyList<PlanDates> earlierPlanDates,
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
                PlanDates.DistinctFrom(earlierPlanDates, planSnapshot, RouteChart.MaxEarlierPlans)
            )
        );
    }
}
