using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Goals;

public sealed record RevisionSummary(string Title, IReadOnlyList<string> Changes, RevisionCause? Cause)
{
    /// <param name="before">The plan of the previous revision; null for the first.</param>
    public static RevisionSummary Create(
        Localizer localizer,
        Revision revision,
        PlanSnapshot? before,
        PlanSnapshot planSnapshot,
        RevisionCause? revisionCause
    )
    {
        var differences = before is null ? [] : PlanDiff.Between(before, planSnapshot, revisionCause?.Correction);
        var title = revisionCause switch
        {
            { Correction.Kind: CorrectionKind.NewPath } when before is null => localizer["New path started"],
            { UndoneCorrection: { } undone } => localizer["Undone: {0}", undone.Kind],
            { Correction: var by } => localizer.Name(by.Kind),
            _ when before is null => localizer["Goal created"],
            _ when before.State == GoalState.Paused && planSnapshot.State == GoalState.Active => localizer[
                "Pause ended"
            ],
            _ => localizer["Plan edited"],
        };
        return new RevisionSummary(
            title,
            before is null
                ?
                [
                    localizer["target {0}", planSnapshot.Target],
                    localizer.Count(planSnapshot.Milestones.Count, "{0} milestone", "{0} milestones"),
                    localizer.Count(planSnapshot.Tasks.Count, "{0} task", "{0} tasks"),
                ]
                : [.. differences.Select(localizer.Text)],
            revisionCause
        );
    }
}
