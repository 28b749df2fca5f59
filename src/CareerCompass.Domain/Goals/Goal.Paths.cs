using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Another path than this goal's.</summary>
/// <param name="Tasks">The open tasks that it takes over.</param>
/// <param name="WithMilestones">Whether the milestones that they lead to come along.</param>
/// <param name="Retire">Whether the goal that it leaves is retired.</param>
public sealed record NewPath(string? Title, string? Why, string? DoneWhen, DateOnly Target, IReadOnlySet<Guid> Tasks, bool WithMilestones, bool Retire);

/// <summary>A half of a milestone that is split.</summary>
public sealed record HalfStop(string? Title, DateOnly Date);

/// <summary>The larger turns: another path, a milestone in two, more hours.</summary>
public sealed partial class Goal
{
    /// <summary>
    /// Starts another goal that takes over some of this one's open tasks. They go to Trash here and are written anew
    /// there, so that what was invested and decided here stays here.
    /// </summary>
    /// <param name="orders">Which tasks of this goal come after which.</param>
    /// <returns>The decision, the new goal, and which of its tasks come after which.</returns>
    /// <exception cref="RuleBroken">A text or the target is wrong, a task is none of this goal's open ones, or the goal has ended.</exception>
    public (Correction Correction, Goal Heir, IReadOnlyList<TaskOrder> Orders) StartAnother(
        NewPath path, IReadOnlyList<TaskOrder> orders, Because because, DateOnly today, DateTime now)
    {
        RequireAlive();
        var before = new Footprint.Look(this);
        var heir = new Goal(OwnerId, path.Title, path.Why, path.DoneWhen, path.Target, today) { FromGoalId = Id, FocusAreaId = FocusAreaId, AspirationId = AspirationId };
        foreach (var id in path.Tasks)
        {
            OpenTask(id);
        }

        var taken = LivingTasks.Where(task => path.Tasks.Contains(task.Id)).ToList();
        var stops = path.WithMilestones ? HandOver(heir, taken, today, now) : [];
        var heirs = new Dictionary<Guid, PlanTask>();
        foreach (var task in taken)
        {
            var anew = heirs[task.Id] = heir.AddTask(task.Title, task.Estimate, task.MilestoneId is { } stop && stops.TryGetValue(stop, out var there) ? there : null, task.Notes);
            anew.Foresee(task.Obstacle, task.IfThen);
            task.Trash(now);
        }

        if (path.Retire)
        {
            (State, PausedUntil, EndedOn) = (GoalState.Retired, null, today);
        }

        var correction = new Correction(this, CorrectionKind.NewPath, because, new Footprint([before.Mark(), Footprint.Made(heir)]), today, now);
        return (correction, heir, [.. orders.Where(order => heirs.ContainsKey(order.TaskId) && heirs.ContainsKey(order.AfterId))
            .Select(order => new TaskOrder(heirs[order.TaskId], heirs[order.AfterId]))]);
    }

    /// <summary>Makes two milestones of one: a new one that comes first, and the old one with what is left.</summary>
    /// <param name="toFirst">Those of its tasks that lead to the first.</param>
    /// <exception cref="RuleBroken">A title or date is wrong, a half would be left without tasks, the milestone is none of this goal's or reached, or the goal has ended.</exception>
    public Correction Split(Guid milestoneId, HalfStop first, HalfStop second, IReadOnlySet<Guid> toFirst, Because because, DateOnly today, DateTime now)
    {
        RequireAlive();
        var before = new Footprint.Look(this);
        var stop = milestones.Find(milestone => milestone.Id == milestoneId && milestone.TrashedAt is null)
            ?? throw new RuleBroken("", "The milestone is no longer there. Please look again.");
        if (stop.ReachedOn is not null)
        {
            throw new RuleBroken("", "This milestone is reached, so there is nothing left to split.");
        }

        var own = LivingTasks.Where(task => task.MilestoneId == milestoneId && task.SeriesId is null).ToList();
        if (toFirst.Any(id => own.TrueForAll(task => task.Id != id)))
        {
            throw new RuleBroken("", "One of the tasks is done or no longer there. Please look again.");
        }

        if (own.Count > 1 && (toFirst.Count == 0 || toFirst.Count == own.Count))
        {
            throw new RuleBroken("", "Leave at least one task to each half.");
        }

        var half = new Milestone(this, Limits.CheckTitle(first.Title, "FirstTitle"), Limits.CheckDate(first.Date, today, "FirstDate"), today);
        stop.Edit(Limits.CheckTitle(second.Title, "SecondTitle"), Limits.CheckDate(second.Date, today, "SecondDate"), today);
        if (half.Date > stop.Date)
        {
            throw new RuleBroken("FirstDate", "The first half comes before the second, which is on {0}.", stop.Date);
        }

        milestones.Add(half);
        foreach (var task in own.Where(task => toFirst.Contains(task.Id)))
        {
            task.LeadTo(half.Id);
        }

        return Corrected(CorrectionKind.Split, before, because, today, now);
    }

    /// <summary>Puts in more hours a week, from a week on, so that the goal gets on.</summary>
    /// <param name="hours">Minutes a week as they are, in order of time.</param>
    /// <returns>The decision; <see cref="Capacity.By"/> makes the row of it.</returns>
    /// <exception cref="RuleBroken">The week is over, there are no more hours than before, or the goal has ended.</exception>
    public Correction Raise(IReadOnlyList<WeekMinutes> hours, DateOnly from, int minutes, Because because, DateOnly today, DateTime now)
    {
        RequireAlive();
        var week = IsoWeek.Monday(Limits.CheckDate(from, today, "From"));
        if (week < IsoWeek.Monday(today))
        {
            throw new RuleBroken("From", "Choose this week or a later one.");
        }

        var before = Capacity.On(hours, week);
        if (minutes <= before)
        {
            throw new RuleBroken("Hours", "Give more than the {0} hours you have by then. Fewer are for the settings.", Duration.Text(before));
        }

        int? own = hours.Where(row => row.Week == week).Select(row => (int?)row.Minutes).FirstOrDefault();
        var mark = new Footprint.HoursMark(week, before, own, Limits.CheckMinutes(minutes, Limits.WeekMinutes, "Hours"));
        return new Correction(this, CorrectionKind.Hours, because, new Footprint([], mark), today, now);
    }

    // The milestones ahead that the tasks lead to, written anew; here they go when nothing leads to them any more
    private Dictionary<Guid, Guid> HandOver(Goal heir, List<PlanTask> taken, DateOnly today, DateTime now)
    {
        var there = new Dictionary<Guid, Guid>();
        foreach (var stop in LivingMilestones.Where(stop => stop.ReachedOn is null && taken.Exists(task => task.MilestoneId == stop.Id)).ToList())
        {
            there[stop.Id] = heir.AddMilestone(stop.Title, stop.Date < heir.Target ? stop.Date : heir.Target, today).Id;
            if (LivingTasks.All(task => task.MilestoneId != stop.Id || taken.Contains(task)))
            {
                stop.Trash(now);
            }
        }

        return there;
    }
}
