using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Data;
using CareerCompass.Web.Language;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>What happened with a revision, in words.</summary>
public sealed record Told(string Title, IReadOnlyList<string> Changes, Behind? Behind)
{
    /// <param name="before">The route of the revision before it; null for the first.</param>
    public static Told Of(Words words, Revision revision, PlanSnapshot? before, PlanSnapshot planSnapshot, Behind? behind)
    {
        var differences = before is null ? [] : PlanDiff.Between(before, planSnapshot, behind?.By);
        var title = behind switch
        {
            { By.Kind: CorrectionKind.NewPath } when before is null => words["Another path begun"],
            { Undone: { } undone } => words["Taken back: {0}", undone.Kind],
            { By: var by } => words.Name(by.Kind),
            _ when before is null => words["Goal set"],
            _ when before.State == GoalState.Paused && planSnapshot.State == GoalState.Active => words["The pause ended"],
            _ when revision.SealedAt is not null && differences is [{ Kind: PlanChangeKind.TasksScheduled }] => words["Laid out"],
            _ => words["Plan edited"],
        };
        return new Told(
            title,
            before is null
                ? [words["target {0}", planSnapshot.Target], words.Count(planSnapshot.Milestones.Count, "{0} milestone", "{0} milestones"), words.Count(planSnapshot.Tasks.Count, "{0} task", "{0} tasks")]
                : [.. differences.Select(words.Of)],
            behind);
    }
}

/// <summary>A goal's route as it stood on a day, with what was different from the one before.</summary>
/// <param name="Day">The person's day as of which it is drawn.</param>
public sealed record Stood(Guid GoalId, int Number, int Last, DateTime At, DateOnly Day, Told Told, PlanSnapshot PlanSnapshot, RouteChart Chart)
{
    /// <param name="done">See <see cref="HistoryReads.DoneByAsync"/>.</param>
    public static Stood Of(Revision revision, int last, DateOnly day, Told told, IReadOnlyList<PlanDates> planDateses, IReadOnlyDictionary<Guid, DateOnly> done)
    {
        var planSnapshot = HistoryReads.AsOf(revision.ReadSnapshot(), day, done);
        return new Stood(revision.GoalId, revision.Number, last, revision.EditedAt, day, told, planSnapshot, RouteChart.Of(planSnapshot, day, null, PlanDates.DistinctFrom(planDateses, planSnapshot, RouteChart.MostGhosts)));
    }
}
