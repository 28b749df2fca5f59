using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class MilestonesModel(PageDependencies tools) : SetupRowsPage(tools)
{
    private const int EmptyRows = 4;

    public override GoalSetupStep Step => GoalSetupStep.Milestones;

    [BindProperty]
    public MilestonesInput Input { get; set; } = new();

    public string GoalTitle { get; private set; } = "";

    public DateOnly Target { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var goal = await Db
            .Goals.Where(goal => goal.Id == GoalId)
            .Select(goal => new
            {
                goal.Title,
                goal.Target,
                Rows = goal
                    .Milestones.OrderBy(milestone => milestone.Date)
                    .ThenBy(milestone => milestone.Id)
                    .Select(milestone => new MilestoneLine
                    {
                        Id = milestone.Id,
                        Title = milestone.Title,
                        Date = milestone.Date,
                        Version = milestone.Version,
                    })
                    .ToList(),
            })
            .SingleOrDefaultAsync();
        if (goal is null)
        {
            return NotFound();
        }

        (GoalTitle, Target) = (goal.Title, goal.Target);
        if (HttpMethods.IsPost(Request.Method))
        {
            RefreshVersions(Input.Rows, id => goal.Rows.Find(row => row.Id == id)?.Version);
            return Page();
        }

        var empty = More ? EmptyRows : Math.Max(1, EmptyRows - goal.Rows.Count);
        Input = new() { Rows = [.. goal.Rows, .. Enumerable.Range(0, empty).Select(_ => new MilestoneLine())] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var named = Input.Rows.Select(row => row.Id).ToHashSet();
        for (var at = 0; at < Input.Rows.Count; at++)
        {
            var row = Input.Rows[at];

            // A form that is sent twice must not add the same milestone again
            var milestone = goal.UntrashedMilestones.FirstOrDefault(milestone =>
                row.Id is null
                    ? !named.Contains(milestone.Id) && milestone.Title == row.Title?.Trim()
                    : milestone.Id == row.Id
            );
            TryApply(at, () => ApplyRow(goal, milestone, row, at));
        }

        return ModelState.IsValid ? await ContinueAsync(goal) : Page();
    }

    public string? Example(int at) =>
        at switch
        {
            0 => T["The first thing you will have reached"],
            1 => T["Halfway"],
            _ => null,
        };

    private void ApplyRow(Goal goal, Milestone? milestone, MilestoneLine row, int at)
    {
        if (row.Title is null && (milestone is not null || row.Date is null || row.Id is not null))
        {
            milestone?.Trash(Now);
        }
        else if (row.Date is not { } date)
        {
            ModelState.AddModelError($"Input.Rows[{at}].Date", T[ValidationMessages.Required]);
        }
        else if (milestone is null)
        {
            goal.AddMilestone(row.Title, date, Today);
        }
        else if ((milestone.Title, milestone.Date) != (row.Title!.Trim(), date))
        {
            if (row.Id is not null)
            {
                Db.RequireVersion(milestone, row.Version);
            }

            milestone.Edit(row.Title, date, Today);
        }
    }

    public sealed record MilestoneLine : SetupRow
    {
        public DateOnly? Date { get; set; }
    }

    public sealed record MilestonesInput
    {
        public List<MilestoneLine> Rows
        {
            get;
            set => field = [.. (value ?? []).Where(row => row is not null)];
        } = [];
    }
}
