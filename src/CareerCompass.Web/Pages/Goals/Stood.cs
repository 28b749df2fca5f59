using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Data;
using CareerCompass.Web.Language;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>What happened with a revision, in words.</summary>
public sealed record Told(string Title, IReadOnlyList<string> Changes, Behind? Behind)
{
    /// <param name="before">The route of the revision before it; null for the first.</param>
    public static Told Of(Words words, Revision revision, Route? before, Route route, Behind? behind)
    {
        var differences = before is null ? [] : RouteDiff.Between(before, route, behind?.By);
        var title = behind switch
        {
            { By.Kind: CorrectionKind.NewPath } when before is null => words["Another path begun"],
            { Undone: { } undone } => words["Taken back: {0}", undone.Kind],
            { By: var by } => words.Name(by.Kind),
            _ when before is null => words["Goal set"],
            _ when before.State == GoalState.Paused && route.State == GoalState.Active => words["The pause ended"],
            _ when revision.SealedAt is not null && differences is [{ Kind: RouteChangeKind.TasksLaidOut }] => words["Laid out"],
            _ => words["Plan edited"],
        };
        return new Told(
            title,
            before is null
                ? [words["target {0}", route.Target], words.Count(route.Milestones.Count, "{0} milestone", "{0} milestones"), words.Count(route.Tasks.Count, "{0} task", "{0} tasks")]
                : [.. differences.Select(words.Of)],
            behind);
    }
}

/// <summary>A goal's route as it stood on a day, with what was different from the one before.</summary>
/// <param name="Day">The person's day as of which it is drawn.</param>
public sealed record Stood(Guid GoalId, int Number, int Last, DateTime At, DateOnly Day, Told Told, Route Route, RouteChart Chart)
{
    /// <param name="done">See <see cref="HistoryReads.DoneByAsync"/>.</param>
    public static Stood Of(Revision revision, int last, DateOnly day, Told told, IReadOnlyList<Course> courses, IReadOnlyDictionary<Guid, DateOnly> done)
    {
        var route = HistoryReads.AsOf(revision.Route(), day, done);
        return new Stood(revision.GoalId, revision.Number, last, revision.EditedAt, day, told, route, RouteChart.Of(route, day, null, Course.Apart(courses, route, RouteChart.MostGhosts)));
    }
}
