using CareerCompass.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class RescopeModel(PageTools tools) : CorrectionPage(tools)
{
    private const string Drop = "drop";
    private const string None = "none";

    [BindProperty]
    public RescopeInput Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Title, int? Estimate, Guid? MilestoneId)> Tasks { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Title)> Milestones { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await base.OnGetAsync() is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page)
        {
            return NotFound();
        }

        var tasks = await Db.Tasks.Where(task => task.GoalId == GoalId && task.DoneOn == null && task.SeriesId == null).OrderBy(task => task.Position)
            .Select(task => new { task.Id, task.Title, task.Estimate, task.MilestoneId }).ToListAsync();
        var milestones = await Db.Milestones.Where(milestone => milestone.GoalId == GoalId).OrderBy(milestone => milestone.Date)
            .Select(milestone => new { milestone.Id, milestone.Title }).ToListAsync();
        Tasks = [.. tasks.Select(task => (task.Id, task.Title, task.Estimate, task.MilestoneId))];
        Milestones = [.. milestones.Select(milestone => (milestone.Id, milestone.Title))];
        return page;
    }

    public Task<IActionResult> OnPostAsync()
    {
        var chosen = Input.Choices.Where(choice => !string.IsNullOrEmpty(choice.Value)).ToList();
        var drop = chosen.Where(choice => choice.Value == Drop).Select(choice => choice.Key).ToHashSet();
        var move = chosen.Where(choice => choice.Value != Drop).ToDictionary(choice => choice.Key, choice => Milestone(choice.Value!));
        return CorrectAsync(
            goal => goal.Rescope(drop, move, Input.ToBecause(), Today, Now),
            drop.Count == 0 ? T.Count(move.Count, "{0} task moved.", "{0} tasks moved.")
            : move.Count == 0 ? T.Count(drop.Count, "{0} task dropped; it is in Trash.", "{0} tasks dropped; they are in Trash.")
            : T["{0} dropped, {1} moved.", drop.Count, move.Count]);
    }

    private static Guid? Milestone(string choice) =>
        choice == None ? null : Guid.TryParse(choice, out var id) ? id : throw new RuleBroken("", "Choose one of this goal's milestones.");

    public sealed record RescopeInput : BecauseInput
    {
        /// <summary>For each task: nothing to keep it, "drop", "none", or the milestone it is to lead to.</summary>
        public Dictionary<Guid, string?> Choices { get; set; } = [];
    }
}
