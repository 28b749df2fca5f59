using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A milestone with its tasks. The last group holds the tasks without a milestone.</summary>
public sealed record MilestoneGroup(
    Guid? Id,
    string Title,
    DateOnly? Date,
    bool IsReachedByHand,
    bool IsReached,
    bool IsLate,
    IReadOnlyList<TaskRow> Tasks
)
{
    public string Class =>
        Id is null ? "loose"
        : IsReached ? "reached"
        : IsLate ? "late"
        : "";

    public static IReadOnlyList<MilestoneGroup> Create(
        IReadOnlyList<PlanSnapshot.MilestoneSnapshot> milestones,
        IReadOnlyList<TaskRow> tasks,
        DateOnly today,
        string none
    )
    {
        var byMilestone = tasks.ToLookup(task => task.MilestoneId);
        var known = milestones.Select(milestone => (Guid?)milestone.Id).ToHashSet();
        var milestoneGroups = milestones
            .Select(milestone =>
            {
                var own = byMilestone[milestone.Id].OrderBy(task => task.DoneOn is null).ToList();
                var done = own.Count(task => task.DoneOn is not null);
                var reached = Milestone.IsReached(milestone.ReachedOn, own.Count - done, done);
                return new MilestoneGroup(
                    milestone.Id,
                    milestone.Title,
                    milestone.Date,
                    milestone.ReachedOn is not null,
                    reached,
                    !reached && milestone.Date < today,
                    own
                );
            })
            .ToList();
        var loose = tasks
            .Where(task => !known.Contains(task.MilestoneId))
            .OrderBy(task => task.DoneOn is null)
            .ToList();
        return loose.Count == 0
            ? milestoneGroups
            : [.. milestoneGroups, new MilestoneGroup(null, none, null, false, false, false, loose)];
    }
}
