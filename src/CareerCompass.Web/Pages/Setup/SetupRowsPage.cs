using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>Emptying a row removes the item; filling one in adds it.</summary>
public abstract class SetupRowsPage(PageDependencies tools) : SetupPage(tools)
{
    private bool isStale;

    [FromRoute]
    public Guid GoalId { get; set; }

    [FromQuery]
    public bool More { get; set; }

    public override Guid? CurrentGoalId => GoalId;

    internal override void AddStaleError()
    {
        base.AddStaleError();
        isStale = true;
    }

    /// <summary>Gives the rows the newest versions, so that saving again overwrites what is stored.</summary>
    protected void RefreshVersions(IReadOnlyList<SetupRow> setupRows, Func<Guid, int?> version)
    {
        for (var at = 0; isStale && at < setupRows.Count; at++)
        {
            ModelState.Remove($"Input.Rows[{at}].Version");
            setupRows[at].Version = setupRows[at].Id is { } id ? version(id) ?? 0 : 0;
        }
    }

    /// <summary>Applies a row, and shows a broken rule beside it.</summary>
    protected void TryApply(int at, Action act)
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
