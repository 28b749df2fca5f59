using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Shared;

public static class PromptRemedies
{
    /// <summary>The remedies of a prompt in the order in which they fit.</summary>
    public static IReadOnlyList<Remedy> Remedies(this Localizer T, PromptCard card)
    {
        var plan = $"goals/{card.GoalId}";
        var query = $"back={Uri.EscapeDataString(card.Back)}&prompt={card.Id}";
        Remedy Turn(string page, string label, Guid? goal = null) => new($"goals/{goal ?? card.GoalId}/{page}{(page.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{query}", label);
        var (p50, p80, dates) = (Turn("reschedule?to=p50", T["Move to the expected date"]), Turn("reschedule?to=p80", T["Move to a safe date"]), Turn("reschedule", T["Move the dates"]));
        var (less, hours, rest) = (Turn("rescope", T["Do less"]), Turn("hours", T["Raise the hours"]), Turn("pause", T["Pause"]));
        var (path, stop, reached) = (Turn("new-path", T["Another path"]), Turn("retire", T["Stop"]), Turn("achieve", T["Mark achieved"]));
        var step = new Remedy($"{plan}?add=task#plan", T["Plan the next step"]);
        return card.PromptEvidence switch
        {
            MissedMilestoneEvidence missed => [new($"milestones/{missed.MilestoneId}/reach", T["It is reached"], IsPost: true), Turn($"milestones/{missed.MilestoneId}/split", T["Split it"]), dates, less],
            OvercommitmentEvidence week => [new("layout", T["Lay the weeks out anew"]), new("settings/hours", T["Hours and time off"]), .. week.GoalId is { } most ? new[] { Turn("rescope", T["Do less"], most), Turn("pause", T["Pause “{0}”", week.Goal ?? ""], most) } : []],
            ConfidenceEvidence => [new(plan, T["Look at the plan"]), less, dates, path],
            AttentionDriftEvidence drift =>
            [
                .. drift.Underserved is { HasGoal: false } empty ? new[] { new Remedy($"goals/new?area={empty.AreaId}", T["Set a goal in {0}", empty.Name]) } : [],
                new("direction", T["See where the time went"]), new("direction/areas", T["Change what I want"]), new("layout", T["Lay the weeks out anew"]),
            ],
            TooManyGoalsEvidence => [new("goals", T["Choose what may rest"]), new("settings/hours", T["Hours and time off"])],
            EarlyFinishEvidence { ExpectedOn: null } => [reached, step with { Label = T["Raise the bar"] }],
            EarlyFinishEvidence => [Turn("edit", T["Raise the bar"]), Turn("reschedule?to=p80", T["Bring the target forward"])],
            TripwireEvidence { FailedOn: not null } => [path, dates, less, rest, stop],
            TripwireEvidence tripwireEvidence => [new($"tripwires/{tripwireEvidence.TripwireId}/hold", T["It holds"], IsPost: true), new($"tripwires/{tripwireEvidence.TripwireId}/fail", T["It does not"], IsPost: true)],
            DirectionChangeEvidence changed => [.. (changed.AffectedGoals ?? []).Select(affectedGoal => new Remedy($"goals/{affectedGoal.Id}", T["Look at “{0}”", affectedGoal.Title])), new("direction", T["My direction"])],
            SkippedReviewsEvidence => [new("reviews", T["Go to the review"]), new("settings", T["Choose another day or hour"])],
            ForecastEvidence course => card.Rule switch
            {
                PromptRule.OffCourse => [p50, less, hours, rest, path],
                PromptRule.Drifting => [less, hours, p80],
                PromptRule.Stalled => [new($"{plan}#log", T["Log time"]), less, rest, path, stop],
                PromptRule.NoNextStep => [step, .. course.Done > 0 ? new[] { reached } : [], rest, stop],
                _ => [new($"{plan}#plan", T["Estimate the tasks"])],
            },
            _ => [],
        };
    }
}
