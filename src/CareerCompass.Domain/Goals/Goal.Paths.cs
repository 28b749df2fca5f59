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
public sealed record MilestoneHalf(string? Title, DateOnly Date);

/// <summary>The larger turns: another path, a milestone in two, more hours.</summary>
public sealed partial class Goal
{
    /// <summary>
    /// Starts another goal that takes over some of this one's open tasks. They go to Trash here and are written anew
    /// there, so that what was invested and decided here stays here.
    /// </summary>
    /// <param name="orders">Which tasks of this goal come after which.</param>
    /// <returns>The decision, the new goal, and which of its tasks come after which.</returns>
    /// <exception cref="DomainRuleException">A text or the target is wrong, a task is none of this goal's open ones, or the goal has ended.</exception>
    public (Correction Correction, Goal Heir, IReadOnlyList<TaskDependency> Orders) StartNewPath(
        NewPath path, IReadOnlyList<TaskDependency> orders, Rationale rationale, DateOnly today, DateTime now)
    {
        RequireNotEnded();
        var before = new ChangeSet.GoalChangeTracker(this);
        var heir = new Goal(OwnerId, path.Title, path.Why, path.DoneWhen, path.Target, today) { PredecessorGoalId = Id, FocusAreaId = FocusAreaId, AspirationId = AspirationId };
        foreach (var id in path.Tasks)
        {
            OpenTask(id);
        }

        var taken = UntrashedTasks.Where(task => path.Tasks.Contains(task.Id)).ToList();
        var stops = path.WithMilestones ? CopyMilestones(heir, taken, today, now) : [];
        var heirs = new Dictionary<Guid, PlanTask>();
        foreach (var task in taken)
        {
            var anew = heirs[task.Id] = heir.AddTask(task.Title, task.Estimate, task.MilestoneId is { } stop && stops.TryGetValue(stop, out var there) ? there : null, task.Notes);
            anew.PlanForObstacle(task.Obstacle, task.IfThen);
            task.Trash(now);
        }

        if (path.Retire)
        {
            (State, PausedUntil, EndedOn) = (GoalState.Retired, null, today);
        }

        var correction = new Correction(this, CorrectionKind.NewPath, rationale, new ChangeSet([before.GetChange(), ChangeSet.ForCreatedGoal(heir)]), today, now);
        return (correction, heir, [.. orders.Where(order => heirs.ContainsKey(order.TaskId) && heirs.ContainsKey(order.DependsOnId))
            .Select(order => new TaskDependency(heirs[order.TaskId], heirs[order.DependsOnId]))]);
    }

    /// <summary>Makes two milestones of one: a new one that comes first, and the old one with what is left.</summary>
    /// <param name="toFirst">Those of its tasks that lead to the first.</param>
    /// <exception cref="DomainRuleException">A title or date is wrong, a half would be left without tasks, the milestone is none of this goal's or reached, or the goal has ended.</exception>
    public Correction SplitMilestone(Guid milestoneId, MilestoneHalf first, MilestoneHalf second, IReadOnlySet<Guid> toFirst, Rationale rationale, DateOnly today, DateTime now)
    {
        RequireNotEnded();
        var before = new ChangeSet.GoalChangeTracker(this);
        var stop = milestones.Find(milestone => milestone.Id == milestoneId && milestone.TrashedAt is null)
            ?? throw new DomainRuleException("", "The milestone is no longer there. Please look again.");
        if (stop.ReachedOn is not null)
        {
            throw new DomainRuleException("", "This milestone is reached, so there is nothing left to split.");
        }

        var own = UntrashedTasks.Where(task => task.MilestoneId == milestoneId && task.RecurringTaskId is null).ToList();
        if (toFirst.Any(id => own.TrueForAll(task => task.Id != id)))
        {
            throw new DomainRuleException("", "One of the tasks is done or no longer there. Please look again.");
        }

        if (own.Count > 1 && (toFirst.Count == 0 || toFirst.Count == own.Count))
        {
            throw new DomainRuleException("", "Leave at least one task to each half.");
        }

        var half = new Milestone(this, Limits.CheckTitle(first.Title, "FirstTitle"), Limits.CheckDate(first.Date, today, "FirstDate"), today);
        stop.Edit(Limits.CheckTitle(second.Title, "SecondTitle"), Limits.CheckDate(second.Date, today, "SecondDate"), today);
        if (half.Date > stop.Date)
        {
            throw new DomainRuleException("FirstDate", "The first half comes before the second, which is on {0}.", stop.Date);
        }

        milestones.Add(half);
        foreach (var task in own.Where(task => toFirst.Contains(task.Id)))
        {
            task.AssignToMilestone(half.Id);
        }

        return CreateCorrection(CorrectionKind.Split, before, rationale, today, now);
    }

    /// <summary>Puts in more hours a week, from a week on, so that the goal gets on.</summary>
    /// <param name="hours">Minutes a week as they are, in order of time.</param>
    /// <returns>The decision; <see cref="Capacity.FromCorrection"/> makes the row of it.</returns>
    /// <exception cref="DomainRuleException">The week is over, there are no more hours than before, or the goal has ended.</exception>
    public Correction RaiseCapacity(IReadOnlyList<WeekMinutes> hours, DateOnly from, int minutes, Rationale rationale, DateOnly today, DateTime now)
    {
        RequireNotEnded();
        var week = IsoWeek.Monday(Limits.CheckDate(from, today, "From"));
        if (week < IsoWeek.Monday(today))
        {
            throw new DomainRuleException("From", "Choose this week or a later one.");
        }

        var before = Capacity.WeeklyMinutesOn(hours, week);
        if (minutes <= before)
        {
            throw new DomainRuleException("Hours", "Give more than the {0} hours you have by then. Fewer are for the settings.", Duration.Format(before));
        }

        int? own = hours.Where(row => row.Week == week).Select(row => (int?)row.Minutes).FirstOrDefault();
        var mark = new ChangeSet.CapacityChange(week, before, own, Limits.CheckMinutes(minutes, Limits.MaxWeekMinutes, "Hours"));
        return new Correction(this, CorrectionKind.RaiseCapacity, rationale, new ChangeSet([], mark), today, now);
    }

    // The milestones ahead that the tasks lead to, written anew; here they go when nothing leads to them any more
    private Dictionary<Guid, Guid> CopyMilestones(Goal heir, List<PlanTask> taken, DateOnly today, DateTime now)
    {
        var there = new Dictionary<Guid, Guid>();
        foreach (var stop in UntrashedMilestones.Where(stop => stop.ReachedOn is null && taken.Exists(task => task.MilestoneId == stop.Id)).ToList())
        {
            there[stop.Id] = heir.AddMilestone(stop.Title, stop.Date < heir.Target ? stop.Date : heir.Target, today).Id;
            if (UntrashedTasks.All(task => task.MilestoneId != stop.Id || taken.Contains(task)))
            {
                stop.Trash(now);
            }
        }

        return there;
    }
}
