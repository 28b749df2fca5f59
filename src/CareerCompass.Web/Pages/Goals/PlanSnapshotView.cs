using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="Day">In the person's time zone.</param>
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
