using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.RecurringTasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public abstract class GoalSetupPage(PageDependencies tools) : SetupPage(tools)
{
    public override GoalSetupStep Step => GoalSetupStep.Goal;

    [BindProperty]
    public GoalInput Input { get; set; } = new();

    public IReadOnlyList<string> Why { get; protected set; } = [];

    public IReadOnlyList<string> DoneWhen { get; protected set; } = [];

    /// <summary>Whether milestones or recurring tasks depend on the target date.</summary>
    public bool HasPlan { get; protected set; }

    /// <summary>The key under which the browser keeps unsent input.</summary>
    public abstract string DraftKey { get; }

    /// <summary>Changes the goal. When its target moves, milestones and recurring tasks move with it.</summary>
    protected async Task EditGoalAsync(Goal goal)
    {
        var target = goal.Target;
        goal.MoveTargetProportionally(Input.Target!.Value, Today);
        goal.Edit(Input.Title, Input.Why, Input.DoneWhen, Input.Target.Value, Today);
        if (goal.Target == target)
        {
            return;
        }

        var recurringTasks = await Db
            .RecurringTasks.Where(recurringTask =>
                recurringTask.GoalId == goal.Id && (recurringTask.Until == null || recurringTask.Until >= Today)
            )
            .ToListAsync();
        foreach (var recurringTask in recurringTasks)
        {
            recurringTask.MoveProportionally(goal.StartedOn, target, goal.Target);
            await Db.UpdateOccurrenceAsync(recurringTask, Today, Now);
        }
    }

    protected void Show(GoalTemplate? template)
    {
        HasPlan = template is { Milestones.Count: > 0 } or { Recurring.Count: > 0 };
        Why = template?.Why is { Count: > 0 } why
            ? why
            : [T["I have learned all I can where I am."], T["In five years I want to be able to choose."]];
        DoneWhen = template?.DoneWhen is { Count: > 0 } done
            ? done
            : [T["The contract is signed."], T["I have done it three times, and the third time was easy."]];
    }
}
