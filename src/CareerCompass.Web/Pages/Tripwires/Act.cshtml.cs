using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed class ActModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid TripwireId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var tripwire = await Db
            .Tripwires.IgnoreQueryFilters([QueryFilters.Trash])
            .SingleOrDefaultAsync(tripwire => tripwire.Id == TripwireId);
        if (tripwire is null || await Db.Goals.SingleOrDefaultAsync(goal => goal.Id == tripwire.GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var prompt = await Db
            .Prompts.Where(prompt => prompt.SubjectId == TripwireId && prompt.Rule == PromptRule.TripwireReached)
            .OrderByDescending(prompt => prompt.RaisedAt)
            .FirstOrDefaultAsync();
        var (act, said, undo) = Verb switch
        {
            "hold" => ((Action)(() => Hold(tripwire, prompt)), T["Confirmed: {0}.", tripwire.Premise], "ask"),
            "fail" => (() => Fail(tripwire, prompt), T["Noted. Here is what you can do now."], "ask"),
            "ask" => (() => Ask(tripwire, prompt), T["Not answered yet: {0}", tripwire.Premise], null),
            "trash" => (() => tripwire.Trash(Now), T["“{0}” is in Trash.", tripwire.Premise], "restore"),
            _ => (tripwire.Restore, T["“{0}” is restored.", tripwire.Premise], (string?)"trash"),
        };
        act();
        await Db.SaveChangesAsync();
        return Done(said, BackPathOr($"~/goals/{goal.Id}"), undo is null ? null : $"~/tripwires/{TripwireId}/{undo}");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .Tripwires.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(tripwire => tripwire.Id == TripwireId)
            .Select(tripwire => (Guid?)tripwire.GoalId)
            .SingleOrDefaultAsync()
            is { } goalId
            ? $"~/goals/{goalId}"
            : null;

    private void Hold(Tripwire tripwire, Prompt? prompt)
    {
        tripwire.MarkHeld(Today);
        prompt?.MarkAnswered(Today, Now);
    }

    private void Fail(Tripwire tripwire, Prompt? prompt)
    {
        tripwire.MarkFailed(Today);
        prompt ??= Raise(tripwire);
        prompt.Reopen();
        prompt.UpdateEvidence(TripwireEvidence.From(tripwire));
    }

    private void Ask(Tripwire tripwire, Prompt? prompt)
    {
        tripwire.ResetToPending();
        if (tripwire.On <= Today)
        {
            prompt?.Reopen();
            prompt?.UpdateEvidence(TripwireEvidence.From(tripwire));
        }
        else
        {
            prompt?.MarkAnswered(Today, Now);
        }
    }

    private Prompt Raise(Tripwire tripwire)
    {
        var prompt = new Prompt(
            Person.Id,
            tripwire.GoalId,
            PromptRule.TripwireReached,
            TripwireEvidence.From(tripwire),
            Today,
            Now,
            tripwire.Id
        );
        Db.Prompts.Add(prompt);
        return prompt;
    }
}
