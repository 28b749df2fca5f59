using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class NewPathModel(PageDependencies tools) : CorrectionPage(tools)
{
    [BindProperty]
    public PathInput Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Title, int? Estimate)> Tasks { get; private set; } = [];

    protected override RationaleInput RationaleInput => Input;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await base.OnGetAsync() is not PageResult page)
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
                Why = Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => goal.Why).FirstOrDefault(),
            })
            .ToListAsync();
        Tasks = [.. tasks.Select(task => (task.Id, task.Title, task.Estimate))];
        if (HttpMethods.IsGet(Request.Method))
        {
            var target = GoalStatus.Facts.Target;
            Input = new()
            {
                Why = tasks.FirstOrDefault()?.Why,
                Target = target > Today ? target : Today.AddMonths(6),
                WithMilestones = true,
                Retire = true,
            };
        }

        return page;
    }

    protected override async Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale)
    {
        var chosen = Input.Tasks.Where(choice => choice.Value).Select(choice => choice.Key).ToHashSet();
        var orders = await Db.TaskDependencies.AsNoTracking().Where(order => order.GoalId == GoalId).ToListAsync();
        var (correction, successor, dependencies) = goal.StartNewPath(
            new(
                Input.Title,
                Input.Why,
                Input.DoneWhen,
                Input.Target!.Value,
                chosen,
                Input.WithMilestones,
                Input.Retire
            ),
            orders,
            rationale,
            Today,
            Now
        );
        return new CorrectionResult(correction, successor, dependencies);
    }

    protected override string Confirmation(CorrectionResult correctionResult) =>
        T.Count(
            correctionResult.SuccessorGoal!.Tasks.Count,
            "New path started, with {0} task taken over.",
            "New path started, with {0} tasks taken over."
        );

    public sealed record PathInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Title { get; set; }

        [MaxTextLength(Limits.MaxNotesLength)]
        public string? Why { get; set; }

        [MaxTextLength(Limits.MaxNotesLength)]
        public string? DoneWhen { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? Target { get; set; }

        public Dictionary<Guid, bool> Tasks { get; set; } = [];

        public bool WithMilestones { get; set; }

        public bool Retire { get; set; }
    }
}
