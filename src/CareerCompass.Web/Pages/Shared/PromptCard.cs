using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>What a page shows of a prompt.</summary>
/// <param name="GoalId">Null when it is about the person.</param>
/// <param name="GoalTitle">Empty on a page that is about the goal anyway.</param>
/// <param name="Since">The person's day on which it was raised.</param>
/// <param name="Back">The path that its buttons and remedies lead back to.</param>
public sealed record PromptCard(Guid Id, Guid? GoalId, string GoalTitle, PromptRule Rule, DateOnly Since, string EvidenceJson, string Back)
{
    /// <summary>Today's numbers of the goal's course, as long as the rule still applies.</summary>
    public ForecastEvidence? Current { get; init; }

    /// <summary>The person's day.</summary>
    public DateOnly? Today { get; init; }

    public PromptEvidence PromptEvidence => Current ?? PromptEvidence.FromJson(Rule, EvidenceJson);

    /// <summary>The class that gives it its colour and its sign.</summary>
    public string Tone => Rule switch
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
        goalStatus is not null && GoalStatusRules.RuleFor(goalStatus) == Rule ? this with { Current = GoalStatusRules.EvidenceFor(goalStatus) } : this;
}

/// <summary>Prompts as a page shows them: a few, the most important first, and how many there are besides.</summary>
public sealed record PromptList(IReadOnlyList<PromptCard> Shown, int More)
{
    public static readonly PromptList None = new([], 0);

    public int Count => Shown.Count + More;

    public static PromptList Create(IEnumerable<PromptCard> prompts, DateOnly today)
    {
        var all = InOrder(prompts, today);
        return new PromptList([.. all.Take(PromptRules.MaxShown)], Math.Max(0, all.Count - PromptRules.MaxShown));
    }

    /// <summary>The most important first.</summary>
    public static List<PromptCard> InOrder(IEnumerable<PromptCard> prompts, DateOnly today) =>
        [.. prompts.OrderBy(prompt => prompt.Rule.Rank()).ThenByDescending(prompt => prompt.Since).Select(prompt => prompt with { Today = today })];
}

public static class PromptCards
{
    private static readonly CompiledQuery<Func<CompassDb, Guid?, string, IAsyncEnumerable<PromptCard>>> Open = new(() => EF.CompileAsyncQuery((CompassDb db, Guid? goalId, string back) =>
        db.Prompts.Where(prompt => prompt.State == PromptState.Open && (goalId == null || prompt.GoalId == goalId))
            .Where(prompt => prompt.GoalId == null || db.Goals.Any(goal => goal.Id == prompt.GoalId)).OrderBy(prompt => prompt.RaisedAt)
            .Select(prompt => new PromptCard(
                prompt.Id, prompt.GoalId, db.Goals.Where(goal => goal.Id == prompt.GoalId).Select(goal => goal.Title).FirstOrDefault() ?? "",
                prompt.Rule, prompt.QuietFrom, prompt.EvidenceJson, back))));

    /// <summary>The open prompts, of one goal or of all, the oldest first; those of goals in Trash are left out.</summary>
    public static Task<List<PromptCard>> OpenPromptsAsync(this CompassDb db, Guid? goalId, string back) => Open.For(db)(db, goalId, back).ToListAsync().AsTask();
}
