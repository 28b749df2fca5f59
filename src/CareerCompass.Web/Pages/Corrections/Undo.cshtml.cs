using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class UndoModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid CorrectionId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var pair = await Db
            .Corrections.Where(row => row.Id == CorrectionId)
            .Select(row => new
            {
                Correction = row,
                Undone = Db.Corrections.Any(undo => undo.UndoneCorrectionId == row.Id),
            })
            .SingleOrDefaultAsync();
        if (pair?.Correction is not { } correction || !await Db.Goals.AnyAsync(goal => goal.Id == correction.GoalId))
        {
            return NotFound();
        }

        if (pair.Undone)
        {
            throw new DomainRuleException("", "This has already been undone.");
        }

        var made = (correction.ChangeSet?.Goals ?? []).Where(mark => mark.Before is null).ToList();
        if (made.Count > 0 && await Db.TimeEntries.AnyAsync(timeEntry => timeEntry.GoalId == made[0].Id))
        {
            throw new DomainRuleException(
                "",
                "Time has been logged for “{0}” since then. Undoing this would lose it, so it can no longer be undone.",
                made[0].Title
            );
        }

        var ids = (correction.ChangeSet?.Goals ?? [])
            .Select(mark => mark.Id)
            .Append(correction.GoalId)
            .Distinct()
            .ToList();
        var goals = await Db
            .Goals.Include(goal => goal.Milestones)
            .Include(goal => goal.Tasks)
            .AsSplitQuery()
            .IgnoreQueryFilters([QueryFilters.Trash])
            .Where(goal => ids.Contains(goal.Id) && goal.TrashedAt == null)
            .ToListAsync();
        var latest = await Db.LatestRevisions(ids).ToDictionaryAsync(row => row.GoalId);
        var week = correction.ChangeSet?.Capacity?.Week;
        var hours = week is null ? null : await Db.Capacities.SingleOrDefaultAsync(row => row.FromWeek == week);

        var undo = correction.Undo(
            [.. goals.Where(goal => latest.ContainsKey(goal.Id)).Select(goal => (goal, latest[goal.Id]))],
            hours,
            Today,
            Now
        );
        Db.Corrections.Add(undo);
        Db.Revisions.AddRange(
            goals.Select(goal => Revision.RecordSealed(goal, latest.GetValueOrDefault(goal.Id), undo, Now))
        );
        if (hours is not null && correction.ChangeSet!.Capacity!.OwnRowBefore is null)
        {
            Db.Capacities.Remove(hours);
        }

        // Reopens the prompts that the correction answered, unless the same prompt was raised again since
        var answered = await Db
            .Prompts.Where(prompt =>
                prompt.State == PromptState.Answered
                && prompt.ClosedAt == correction.DecidedAt
                && (prompt.GoalId == correction.GoalId || prompt.Id == correction.PromptId)
                && !Db.Prompts.Any(other =>
                    other.Rule == prompt.Rule
                    && other.GoalId == prompt.GoalId
                    && other.SubjectId == prompt.SubjectId
                    && (other.State == PromptState.Open || other.State == PromptState.Snoozed)
                )
            )
            .ToListAsync();
        answered.ForEach(prompt => prompt.Reopen());
        await Db.EnsureScheduledAsync(Now);
        await Db.SaveChangesAsync();

        // The previous page may belong to a goal that no longer exists
        var home = $"~/goals/{correction.GoalId}";
        return Done(T["Undone. Everything is back to how it was."], made.Count > 0 ? home : BackPathOr(home));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .Corrections.Where(row => row.Id == CorrectionId)
            .Join(Db.Goals, row => row.GoalId, goal => goal.Id, (row, _) => (Guid?)row.GoalId)
            .SingleOrDefaultAsync()
            is { } goal
            ? $"~/goals/{goal}/history"
            : null;
}
