using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class SplitModel(PageDependencies tools) : CorrectionPage(tools)
{
    [FromRoute]
    public Guid MilestoneId { get; set; }

    [BindProperty]
    public SplitInput Input { get; set; } = new();

    public string MilestoneTitle { get; private set; } = "";

    public IReadOnlyList<(Guid Id, string Title, int? Estimate, bool Done)> Tasks { get; private set; } = [];

    protected override RationaleInput RationaleInput => Input;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (
            await base.OnGetAsync() is not PageResult page
            || await Db
                .Milestones.Where(row => row.Id == MilestoneId && row.GoalId == GoalId)
                .Select(row => new { row.Title, row.Date })
                .SingleOrDefaultAsync()
                is not { } milestone
        )
        {
            return NotFound();
        }

        var tasks = await Db
            .Tasks.Where(task =>
                task.MilestoneId == MilestoneId && task.GoalId == GoalId && task.RecurringTaskId == null
            )
            .OrderBy(task => task.DoneOn == null)
            .ThenBy(task => task.Position)
            .Select(task => new
            {
                task.Id,
                task.Title,
                task.Estimate,
                Done = task.DoneOn != null,
            })
            .ToListAsync();
        (MilestoneTitle, Tasks) = (
            milestone.Title,
            [.. tasks.Select(task => (task.Id, task.Title, task.Estimate, task.Done))]
        );
        if (HttpMethods.IsGet(Request.Method))
        {
            var halfWay = Today.AddDays(Math.Max(1, (milestone.Date.DayNumber - Today.DayNumber) / 2));
            Input = new()
            {
                FirstDate = halfWay < milestone.Date ? halfWay : milestone.Date,
                SecondTitle = milestone.Title,
                SecondDate = milestone.Date,
                Tasks = tasks.Take((tasks.Count + 1) / 2).ToDictionary(task => task.Id, _ => true),
            };
        }

        return page;
    }

    public override async Task<IActionResult> OnPostAsync() =>
        await Db.Milestones.AnyAsync(row => row.Id == MilestoneId && row.GoalId == GoalId)
            ? await base.OnPostAsync()
            : NotFound();

    protected override Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(
            new CorrectionResult(
                goal.SplitMilestone(
                    MilestoneId,
                    new(Input.FirstTitle, Input.FirstDate!.Value),
                    new(Input.SecondTitle, Input.SecondDate!.Value),
                    Input.Tasks.Where(choice => choice.Value).Select(choice => choice.Key).ToHashSet(),
                    rationale,
                    Today,
                    Now
                )
            )
        );

    protected override string Confirmation(CorrectionResult correctionResult) =>
        T["Milestone split. “{0}” comes first.", Input.FirstTitle!.Trim()];

    public sealed record SplitInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Limits.MaxTitleLength)]
        public string? FirstTitle { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? FirstDate { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Limits.MaxTitleLength)]
        public string? SecondTitle { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? SecondDate { get; set; }

        public Dictionary<Guid, bool> Tasks { get; set; } = [];
    }
}
