using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

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
