using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class CutScopeModel(PageDependencies tools) : CorrectionPage(tools)
{
    private const string Drop = "drop";
    private const string None = "none";

    [BindProperty]
    public CutScopeInput Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Title, int? Estimate, Guid? MilestoneId)> Tasks { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Title)> Milestones { get; private set; } = [];

    protected override RationaleInput RationaleInput => Input;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await base.OnGetAsync() is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page)
        {
            return NotFound();
        }

        var tasks = await Db
            .Tasks.Where(task => task.GoalId == GoalId && task.DoneOn == null && task.RecurringTaskId == null)
            .OrderBy(task => task.Position)
            .Select(task => new
            {
                task.Id,
                task.Title,
                task.Estimate,
                task.MilestoneId,
            })
            .ToListAsync();
        var milestones = await Db
            .Milestones.Where(milestone => milestone.GoalId == GoalId)
            .OrderBy(milestone => milestone.Date)
            .Select(milestone => new { milestone.Id, milestone.Title })
            .ToListAsync();
        Tasks = [.. tasks.Select(task => (task.Id, task.Title, task.Estimate, task.MilestoneId))];
        Milestones = [.. milestones.Select(milestone => (milestone.Id, milestone.Title))];
        return page;
    }

    public override async Task<IActionResult> OnPostAsync()
    {
        foreach (var (id, text) in Input.Estimates)
        {
            CheckEstimate(id, text);
        }

        return ModelState.IsValid ? await base.OnPostAsync() : await OnGetAsync();
    }

    protected override Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale)
    {
        var chosen = Input.Choices.Where(choice => !string.IsNullOrEmpty(choice.Value)).ToList();
        var drop = chosen.Where(choice => choice.Value == Drop).Select(choice => choice.Key).ToHashSet();
        var move = chosen
            .Where(choice => choice.Value != Drop)
            .ToDictionary(choice => choice.Key, choice => Milestone(choice.Value!));
        var shrink = Input
            .Estimates.Where(row => !drop.Contains(row.Key))
            .Select(row => (row.Key, Minutes: Duration.Parse(row.Value, Limits.MaxEstimateMinutes, "")))
            .Where(row => row.Minutes is not null)
            .ToDictionary(row => row.Key, row => row.Minutes!.Value);
        return Task.FromResult(new CorrectionResult(goal.CutScope(drop, move, rationale, Today, Now, shrink)));
    }

    protected override string Confirmation(CorrectionResult correctionResult)
    {
        var steps = correctionResult.Correction.ChangeSet!.Goals[0].Tasks;
        var dropped = steps.Count(step => step.After.IsTrashed);
        var smaller = steps.Count(step => step.Before?.Estimate != step.After.Estimate);
        var moved = steps.Count(step => step.Before?.MilestoneId != step.After.MilestoneId);
        return string.Join(
            " ",
            new[]
            {
                dropped == 0
                    ? ""
                    : T.Count(dropped, "{0} task dropped; it is in Trash.", "{0} tasks dropped; they are in Trash."),
                smaller == 0 ? "" : T.Count(smaller, "{0} task made smaller.", "{0} tasks made smaller."),
                moved == 0 ? "" : T.Count(moved, "{0} task moved.", "{0} tasks moved."),
            }.Where(part => part.Length > 0)
        );
    }

    // The domain checks this too, but does not say which task is wrong
    private void CheckEstimate(Guid task, string? text)
    {
        try
        {
            Duration.Parse(text, Limits.MaxEstimateMinutes, "");
        }
        catch (DomainRuleException rule)
        {
            ModelState.AddModelError($"Input.Estimates[{task}]", T.Text(rule));
        }
    }

    private static Guid? Milestone(string choice) =>
        choice == None ? null
        : Guid.TryParse(choice, out var id) ? id
        : throw new DomainRuleException("", "Choose one of this goal's milestones.");

    public sealed record CutScopeInput : RationaleInput
    {
        /// <summary>By task: empty to keep it, "drop", "none" (no milestone), or a milestone's id.</summary>
        public Dictionary<Guid, string?> Choices { get; set; } = [];

        /// <summary>New estimates by task, as typed.</summary>
        public Dictionary<Guid, string?> Estimates { get; set; } = [];
    }
}
