using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Corrections;

/// <summary>Takes a decision back: all that it touched is again as it was, and the history says so.</summary>
public sealed class UndoModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid CorrectionId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var pair = await Db.Corrections.Where(row => row.Id == CorrectionId)
            .Select(row => new { Correction = row, Undone = Db.Corrections.Any(undo => undo.UndoesId == row.Id) }).SingleOrDefaultAsync();
        if (pair?.Correction is not { } correction || !await Db.Goals.AnyAsync(goal => goal.Id == correction.GoalId))
        {
            return NotFound();
        }

        if (pair.Undone)
        {
            throw new RuleBroken("", "This is undone already.");
        }

        var made = (correction.Footprint?.Goals ?? []).Where(mark => mark.Was is null).ToList();
        if (made.Count > 0 && await Db.Efforts.AnyAsync(effort => effort.GoalId == made[0].Id))
        {
            throw new RuleBroken("", "Time was logged for “{0}” since. Undoing this would lose that, so it stays.", made[0].Title);
        }

        var ids = (correction.Footprint?.Goals ?? []).Select(mark => mark.Id).Append(correction.GoalId).Distinct().ToList();
        var goals = await Db.Goals.Include(goal => goal.Milestones).Include(goal => goal.Tasks).AsSplitQuery()
            .IgnoreQueryFilters([Filters.Trash]).Where(goal => ids.Contains(goal.Id) && goal.TrashedAt == null).ToListAsync();
        var latest = await Db.Revisions.Where(row => ids.Contains(row.GoalId) && !Db.Revisions.Any(other => other.GoalId == row.GoalId && other.Number > row.Number)).ToDictionaryAsync(row => row.GoalId);
        var slots = Route.Slots(await Db.Placements.AsNoTracking().Where(row => ids.Contains(row.GoalId)).ToListAsync());
        var week = correction.Footprint?.Hours?.Week;
        var hours = week is null ? null : await Db.Capacities.SingleOrDefaultAsync(row => row.FromWeek == week);

        var undo = correction.Undo([.. goals.Where(goal => latest.ContainsKey(goal.Id)).Select(goal => (goal, latest[goal.Id]))], hours, Today, Now);
        Db.Corrections.Add(undo);
        Db.Revisions.AddRange(goals.Select(goal => Revision.KeepSealed(goal, latest.GetValueOrDefault(goal.Id), undo, Now, slots)));
        if (hours is not null && correction.Footprint!.Hours!.Was is null)
        {
            Db.Capacities.Remove(hours);
        }

        // What it answered waits once more, unless the same was asked anew since
        var answered = await Db.Prompts.Where(prompt => prompt.State == PromptState.Answered && prompt.ClosedAt == correction.At
            && (prompt.GoalId == correction.GoalId || prompt.Id == correction.PromptId)
            && !Db.Prompts.Any(other => other.Rule == prompt.Rule && other.GoalId == prompt.GoalId && other.PartId == prompt.PartId && (other.State == PromptState.Open || other.State == PromptState.Snoozed)))
            .ToListAsync();
        answered.ForEach(prompt => prompt.Reopen());
        await Db.WakeAsync(Now);
        await Db.SaveChangesAsync();

        // Where one was may be a goal that is no more
        var home = $"~/goals/{correction.GoalId}";
        return Done(T["Undone: all is as it was before."], made.Count > 0 ? home : Place(home));
    }

    protected override async Task<string?> HomeAsync() => await Db.Corrections.Where(row => row.Id == CorrectionId).Join(Db.Goals, row => row.GoalId, goal => goal.Id, (row, _) => (Guid?)row.GoalId)
        .SingleOrDefaultAsync() is { } goal ? $"~/goals/{goal}/history" : null;
}
