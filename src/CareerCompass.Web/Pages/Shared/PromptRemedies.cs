using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Shared;

public static class PromptRemedies
{
    /// <summary>The remedies of a prompt, best first.</summary>
    public static IReadOnlyList<Remedy> Remedies(this Localizer T, PromptCard card)
    {
        var plan = $"goals/{card.GoalId}";
        var query = $"back={Uri.EscapeDataString(card.BackPath)}&prompt={card.Id}";
        Remedy Turn(string page, string label, Guid? goal = null)
        {
            var separator = page.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            return new($"goals/{goal ?? card.GoalId}/{page}{separator}{query}", label);
        }
        var (p50, p80, dates) = (
            Turn("reschedule?to=p50", T["Move to the likely date"]),
            Turn("reschedule?to=p80", T["Move to a safe date"]),
            Turn("reschedule", T["Reschedule"])
        );
        var (less, hours, rest) = (
            Turn("rescope", T["Cut scope"]),
            Turn("hours", T["Increase hours"]),
            Turn("pause", T["Pause"])
        );
        var (path, stop, reached) = (
            Turn("new-path", T["New path"]),
            Turn("retire", T["Retire"]),
            Turn("achieve", T["Mark achieved"])
        );
        var step = new Remedy($"{plan}?add=task#plan", T["Plan the next step"]);
        return card.PromptEvidence switch
        {
            MissedMilestoneEvidence missed =>
            [
                new($"milestones/{missed.MilestoneId}/reach", T["Mark reached"], IsPost: true),
                Turn($"milestones/{missed.MilestoneId}/split", T["Split milestone"]),
                dates,
                less,
            ],
            OvercommitmentEvidence week =>
            [
                new("schedule", T["Open the schedule"]),
                new("settings/hours", T["Hours and time off"]),
                .. week.GoalId is { } most
                    ? new[]
                    {
                        Turn("rescope", T["Cut scope"], most),
                        Turn("pause", T["Pause “{0}”", week.Goal ?? ""], most),
                    }
                    : [],
            ],
            ConfidenceEvidence => [new(plan, T["View plan"]), less, dates, path],
            AttentionDriftEvidence drift =>
            [
                .. drift.Underserved is { HasGoal: false } empty
                    ? new[] { new Remedy($"goals/new?area={empty.AreaId}", T["Set a goal in {0}", empty.Name]) }
                    : [],
                new("direction", T["See where the time went"]),
                new("direction/areas", T["Change focus areas"]),
                new("schedule", T["Open the schedule"]),
            ],
            TooManyGoalsEvidence =>
            [
                new("goals", T["Choose goals to pause"]),
                new("settings/hours", T["Hours and time off"]),
            ],
            EarlyFinishEvidence { ExpectedOn: null } => [reached, step with { Label = T["Raise the bar"] }],
            EarlyFinishEvidence =>
            [
                Turn("edit", T["Raise the bar"]),
                Turn("reschedule?to=p80", T["Bring the target forward"]),
            ],
            TripwireEvidence { FailedOn: not null } => [path, dates, less, rest, stop],
            TripwireEvidence tripwireEvidence =>
            [
                new($"tripwires/{tripwireEvidence.TripwireId}/hold", T["Still true"], IsPost: true),
                new($"tripwires/{tripwireEvidence.TripwireId}/fail", T["No longer true"], IsPost: true),
            ],
            DirectionChangeEvidence changed =>
            [
                .. (changed.AffectedGoals ?? []).Select(affectedGoal => new Remedy(
                    $"goals/{affectedGoal.Id}",
                    T["View “{0}”", affectedGoal.Title]
                )),
                new("direction", T["My direction"]),
            ],
            SkippedReviewsEvidence =>
            [
                new("reviews", T["Open the review"]),
                new("settings", T["Choose another day or time"]),
            ],
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
