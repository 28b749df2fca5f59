using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Web.Pages.Shared;

/// <param name="GoalId">Null when it is about the person.</param>
/// <param name="GoalTitle">Empty on the goal's own page.</param>
/// <param name="BackPath">The path that its buttons and remedies return to.</param>
public sealed record PromptCard(
    Guid Id,
    Guid? GoalId,
    string GoalTitle,
    PromptRule Rule,
    DateOnly Since,
    string EvidenceJson,
    string BackPath
)
{
    /// <summary>Today's evidence, while the rule still applies.</summary>
    public ForecastEvidence? CurrentEvidence { get; init; }

    /// <summary>In the person's time zone.</summary>
    public DateOnly? Today { get; init; }

    public PromptEvidence PromptEvidence => CurrentEvidence ?? PromptEvidence.FromJson(Rule, EvidenceJson);

    public string CssClass =>
        Rule switch
        {
            PromptRule.OffCourse => "offcourse",
            PromptRule.Drifting => "drifting",
            PromptRule.Stalled => "stalled",
            PromptRule.NoPlan or PromptRule.NoNextStep or PromptRule.EstimateMissing => "noplan",
            PromptRule.MilestoneMissed or PromptRule.TripwireReached => "due",
            PromptRule.AttentionDrift or PromptRule.DirectionChanged => "open",
            PromptRule.DoneEarly => "achieved",
            _ => "pending",
        };

    public PromptCard WithStatus(GoalStatus? goalStatus) =>
        goalStatus is not null && GoalStatusRules.RuleFor(goalStatus) == Rule
            ? this with
            {
                CurrentEvidence = GoalStatusRules.EvidenceFor(goalStatus),
            }
            : this;
}
