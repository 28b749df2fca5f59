using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data;
using CareerCompass.Web.Data.Templates;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>A step on the guided way to a goal. From the third on there is a real goal that each step edits, so that nothing is lost.</summary>
public abstract class SetupPage(PageTools tools) : AppPage(tools)
{
    public const int Steps = 7;

    public abstract GoalSetupStep Step { get; }

    /// <summary>The goal, once it is set.</summary>
    public virtual Guid? Started => null;

    /// <summary>What the person wants after saving: "leave" for now, "more" empty rows, or to go on.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public static string PathOf(GoalSetupStep step, Guid? goalId, string? template = null) => (step, goalId) switch
    {
        (GoalSetupStep.Direction, _) => "/setup/direction",
        (GoalSetupStep.Template, _) => "/setup/templates",
        (_, null) => template is null ? "/setup/goals/new" : $"/setup/goals/new?template={template}",
        (GoalSetupStep.Goal, { } id) => $"/setup/goals/{id}",
        var (later, id) => $"/setup/goals/{id}/{later.ToString().ToLowerInvariant()}",
    };

    /// <summary>Saves the goal's route and how far the person has come, and leads on.</summary>
    protected async Task<IActionResult> ContinueAsync(Goal goal)
    {
        await Db.RecordRevisionAsync(goal, Now);
        var next = Then is null ? Step + 1 : Step;
        (await Db.SetupAsync(Person.Id)).AdvanceTo(next, goal, Now);
        await Db.SaveChangesAsync();
        return Then == "leave" ? Done(T["Saved. Go on whenever you like."], "~/") : LocalRedirect(Url.Content($"~{PathOf(next, goal.Id)}{(Then == "more" ? "?more=true" : "")}"));
    }
}

/// <summary>A line of a form with many.</summary>
public abstract record SetupRow
{
    /// <summary>What the line is about; null for something new.</summary>
    public Guid? Id { get; set; }

    /// <summary>In one line, though its field grows.</summary>
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title { get; set => field = value?.ReplaceLineEndings(" "); }

    public int Version { get; set; }
}

/// <summary>A step whose form has a line for each thing. A line that is emptied removes it, one that is filled in adds it.</summary>
public abstract class RowsPage(PageTools tools) : SetupPage(tools)
{
    private bool isStale;

    [FromRoute]
    public Guid GoalId { get; set; }

    /// <summary>Whether more empty lines are wanted.</summary>
    [FromQuery]
    public bool More { get; set; }

    public override Guid? Started => GoalId;

    internal override void RefuseStale()
    {
        base.RefuseStale();
        isStale = true;
    }

    /// <summary>After a conflict the lines get the newest versions, so that saving once more replaces what is there.</summary>
    protected void Renew(IReadOnlyList<SetupRow> setupRows, Func<Guid, int?> version)
    {
        for (var at = 0; isStale && at < setupRows.Count; at++)
        {
            ModelState.Remove($"Input.Rows[{at}].Version");
            setupRows[at].Version = setupRows[at].Id is { } id ? version(id) ?? 0 : 0;
        }
    }

    /// <summary>Does what a line says; a rule that it breaks is told at the line.</summary>
    protected void Line(int at, Action act)
    {
        try
        {
            act();
        }
        catch (DomainRuleException rule)
        {
            ModelState.AddModelError($"Input.Rows[{at}].{rule.Field}", T.Text(rule));
        }
    }
}
