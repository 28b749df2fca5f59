using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>What a page shows of a prompt.</summary>
/// <param name="Since">The person's day on which it was raised, and as of which its evidence stands.</param>
/// <param name="Back">The path that its buttons and remedies lead back to.</param>
public sealed record PromptCard(Guid Id, Guid GoalId, string GoalTitle, PromptRule Rule, DateOnly Since, string EvidenceJson, string Back)
{
    /// <summary>Today's numbers, as long as the rule still applies.</summary>
    public Evidence? Current { get; init; }

    public Evidence Evidence => Current ?? Evidence.Read(EvidenceJson);

    public PromptCard Now(Standing? standing) =>
        standing is not null && Prompt.RuleFor(standing.Bearing) == Rule ? this with { Current = standing.Evidence } : this;
}

public static class PromptCards
{
    private static readonly Prepared<Func<CompassDb, Guid?, string, IAsyncEnumerable<PromptCard>>> Open = new(() => EF.CompileAsyncQuery((CompassDb db, Guid? goalId, string back) =>
        db.Prompts.Where(prompt => prompt.State == PromptState.Open && (goalId == null || prompt.GoalId == goalId)).OrderBy(prompt => prompt.RaisedAt)
            .Join(db.Goals, prompt => prompt.GoalId, goal => goal.Id, (prompt, goal) => new PromptCard(prompt.Id, goal.Id, goal.Title, prompt.Rule, prompt.QuietFrom, prompt.EvidenceJson, back))));

    /// <summary>The open prompts, of one goal or of all, the oldest first; those of goals in Trash are left out.</summary>
    public static Task<List<PromptCard>> OpenPromptsAsync(this CompassDb db, Guid? goalId, string back) => Open.On(db)(db, goalId, back).ToListAsync().AsTask();
}
