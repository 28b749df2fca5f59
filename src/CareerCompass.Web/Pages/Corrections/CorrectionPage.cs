using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

/// <summary>The base of the pages that preview a decision and then save it with its revisions.</summary>
public abstract class CorrectionPage(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [FromQuery(Name = "prompt")]
    public Guid? PromptId { get; set; }

    /// <summary>Where the person came from. Ignored unless it is a local path.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The fingerprint of the preview that was shown. A different result is not applied.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public GoalStatus GoalStatus { get; private set; } = null!;

    /// <summary>Null until a preview was requested.</summary>
    public CorrectionPreview? CorrectionPreview { get; private set; }

    public string BackPath => Url.IsLocalUrl(Back) ? Back! : Url.Content($"~/goals/{GoalId}");

    protected PlanProjection PlanProjection { get; private set; } = null!;

    protected abstract RationaleInput RationaleInput { get; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var goals = await Db.Facts(Db.Goals.Where(goal => goal.State == GoalState.Active || goal.Id == GoalId))
            .AsNoTracking()
            .ToListAsync();
        if (goals.Find(goal => goal.Id == GoalId) is not { } facts)
        {
            return NotFound();
        }

        var forecaster = await Db.ForecasterAsync(Person, Today);
        (GoalStatus, PlanProjection) = (
            GoalStatus.Evaluate(facts, forecaster),
            new PlanProjection(goals, forecaster.Inputs)
        );
        return Page();
    }

    public virtual Task<IActionResult> OnPostAsync() =>
        Request.Form.ContainsKey("preview") ? PreviewAsync() : ApplyAsync();

    protected abstract Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale);

    protected abstract string Confirmation(CorrectionResult correctionResult);

    protected async Task<IActionResult> PreviewAsync()
    {
        var page = await OnGetAsync();
        return page is PageResult && !await LoadPreviewAsync() ? NotFound() : page;
    }

    /// <summary>Makes the decision, evaluates its effect and discards it. The reason may be added later.</summary>
    protected async Task<bool> LoadPreviewAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return false;
        }

        var (before, rationale) = (PlanSnapshot.From(goal), RationaleInput.ToRationale());
        CorrectionPreview = CreatePreview(
            before,
            goal,
            await DecideAsync(
                goal,
                rationale with
                {
                    Reason = string.IsNullOrWhiteSpace(rationale.Reason) ? "–" : rationale.Reason,
                }
            )
        );
        Db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Shows no error for a refused decision, as the preview was not requested.</summary>
    protected async Task TryLoadPreviewAsync()
    {
        try
        {
            await LoadPreviewAsync();
        }
        catch (DomainRuleException)
        {
            Db.ChangeTracker.Clear();
        }
    }

    private async Task<IActionResult> ApplyAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        var correctionResult = await DecideAsync(goal, RationaleInput.ToRationale());
        if (
            Shown is not null
            && Shown
                != CorrectionPreview.ComputeFingerprint(
                    correctionResult.Correction,
                    CreateCorrectedPlans(null, goal, correctionResult)
                )
        )
        {
            Db.ChangeTracker.Clear();
            ModelState.AddModelError(
                "",
                T[
                    "Something has changed since the preview, so nothing is saved yet. Check the updated preview, "
                        + "then apply again."
                ]
            );
            return await PreviewAsync();
        }

        await RecordAsync(goal, correctionResult);
        await Db.SaveChangesAsync();
        return Done(
            Confirmation(correctionResult),
            correctionResult.SuccessorGoal is { } successor && !Url.IsLocalUrl(Back)
                ? $"~/goals/{successor.Id}"
                : BackPath,
            $"~/corrections/{correctionResult.Correction.Id}/undo"
        );
    }

    private CorrectionPreview CreatePreview(PlanSnapshot before, Goal goal, CorrectionResult correctionResult) =>
        CorrectionPreview.Create(
            PlanProjection,
            correctionResult.Correction,
            CreateCorrectedPlans(before, goal, correctionResult)
        );

    private static IReadOnlyList<CorrectedPlan> CreateCorrectedPlans(
        PlanSnapshot? before,
        Goal goal,
        CorrectionResult correctionResult
    ) =>
        [
            new(goal.Id, before, PlanSnapshot.From(goal)),
            .. correctionResult.SuccessorGoal is { } successor
                ? new[] { new CorrectedPlan(successor.Id, null, PlanSnapshot.From(successor)) }
                : [],
        ];

    private async Task RecordAsync(Goal goal, CorrectionResult correctionResult)
    {
        var correction = correctionResult.Correction;
        var latest = await Db.LatestRevisionAsync(GoalId);
        var prompts = await Db
            .Prompts.Where(prompt =>
                (prompt.GoalId == GoalId || prompt.Id == PromptId)
                && (prompt.State == PromptState.Open || prompt.State == PromptState.Snoozed)
            )
            .ToListAsync();
        prompts.ForEach(prompt => prompt.AnswerWith(correction, Now));
        Db.Corrections.Add(correction);
        Db.Revisions.Add(Revision.RecordSealed(goal, latest, correction, Now));
        if (correctionResult.SuccessorGoal is { } successor)
        {
            Db.Goals.Add(successor);
            Db.TaskDependencies.AddRange(correctionResult.Dependencies ?? []);
            Db.Revisions.Add(Revision.RecordSealed(successor, null, correction, Now));
        }

        if (correction.ChangeSet?.Capacity is { } hours)
        {
            var there = await Db.Capacities.SingleOrDefaultAsync(row => row.FromWeek == hours.Week);
            var row = Capacity.FromCorrection(correction, there);
            if (there is null)
            {
                Db.Capacities.Add(row);
            }

            Db.Entry(await Db.People.SingleAsync()).Property(person => person.Name).IsModified = true;
        }

        if (correction.Kind == CorrectionKind.Resume || correctionResult.SuccessorGoal is not null)
        {
            await Db.EnsureScheduledAsync(Now);
        }
    }
}
