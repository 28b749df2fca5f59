using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    /// <summary>Starts a new goal with some of this goal's open tasks. The tasks are copied and trashed here, so that
    /// time entries and decisions stay with the original.</summary>
    /// <exception cref="DomainRuleException">An argument is invalid, or the goal has ended.</exception>
    public (Correction Correction, Goal Successor, IReadOnlyList<TaskDependency> Dependencies) StartNewPath(
        NewPath path,
        IReadOnlyList<TaskDependency> dependencies,
        Rationale rationale,
        DateOnly today,
        DateTime now
    )
    {
        RequireNotEnded();
        var before = new ChangeSet.GoalChangeTracker(this);
        var successor = new Goal(OwnerId, path.Title, path.Why, path.DoneWhen, path.Target, today)
        {
            PredecessorGoalId = Id,
            FocusAreaId = FocusAreaId,
            AspirationId = AspirationId,
        };
        foreach (var id in path.Tasks)
        {
            OpenTask(id);
        }

        var movedTasks = UntrashedTasks.Where(task => path.Tasks.Contains(task.Id)).ToList();
        var milestoneCopies = path.IncludeMilestones ? CopyMilestones(successor, movedTasks, today, now) : [];
        var copiesByTask = new Dictionary<Guid, PlanTask>();
        foreach (var task in movedTasks)
        {
            var copy = copiesByTask[task.Id] = successor.AddTask(
                task.Title,
                task.Estimate,
                task.MilestoneId is { } stop && milestoneCopies.TryGetValue(stop, out var copiedMilestoneId)
                    ? copiedMilestoneId
                    : null,
                task.Notes
            );
            copy.PlanForObstacle(task.Obstacle, task.IfThen);
            task.Trash(now);
        }

        if (path.RetireOriginal)
        {
            (State, PausedUntil, EndedOn) = (GoalState.Retired, null, today);
        }

        var correction = new Correction(
            this,
            CorrectionKind.NewPath,
            rationale,
            new ChangeSet([before.GetChange(), ChangeSet.ForCreatedGoal(successor)]),
            today,
            now
        );
        return (
            correction,
            successor,
            [
                .. dependencies
                    .Where(order =>
                        copiesByTask.ContainsKey(order.TaskId) && copiesByTask.ContainsKey(order.DependsOnId)
                    )
                    .Select(order => new TaskDependency(copiesByTask[order.TaskId], copiesByTask[order.DependsOnId])),
            ]
        );
    }

    /// <summary>Splits a milestone into a new, earlier one and the existing one with the remaining tasks.</summary>
    /// <param name="tasksOfFirst">The tasks to move to the new milestone.</param>
    /// <exception cref="DomainRuleException">A title or date is invalid, a half would have no tasks, the milestone is
    /// reached or belongs to another goal, or the goal has ended.</exception>
    public Correction SplitMilestone(
        Guid milestoneId,
        MilestoneHalf first,
        MilestoneHalf second,
        IReadOnlySet<Guid> tasksOfFirst,
        Rationale rationale,
        DateOnly today,
        DateTime now
    )
    {
        RequireNotEnded();
        var before = new ChangeSet.GoalChangeTracker(this);
        var milestone = milestones.Find(milestone => milestone.Id == milestoneId && milestone.TrashedAt is null)
            ?? throw new DomainRuleException(
                "",
                "The milestone no longer exists. Please reload the page and try again."
            );
        if (milestone.ReachedOn is not null)
        {
            throw new DomainRuleException("", "This milestone has been reached, so there is nothing left to split.");
        }

        var openTasks = UntrashedTasks
            .Where(task => task.MilestoneId == milestoneId && task.RecurringTaskId is null)
            .ToList();
        if (tasksOfFirst.Any(id => openTasks.TrueForAll(task => task.Id != id)))
        {
            throw new DomainRuleException(
                "",
                "One of the tasks is already done or no longer exists. Please check your changes and try again."
            );
        }

        if (openTasks.Count > 1 && (tasksOfFirst.Count == 0 || tasksOfFirst.Count == openTasks.Count))
        {
            throw new DomainRuleException("", "Leave at least one task in each half.");
        }

        var firstHalf = new Milestone(
            this,
            Limits.CheckTitle(first.Title, "FirstTitle"),
            Limits.CheckDate(first.Date, today, "FirstDate"),
            today
        );
        milestone.Edit(
            Limits.CheckTitle(second.Title, "SecondTitle"),
            Limits.CheckDate(second.Date, today, "SecondDate"),
            today
        );
        if (firstHalf.Date > milestone.Date)
        {
            throw new DomainRuleException(
                "FirstDate",
                "The first half must come before the second, which is on {0}.",
                milestone.Date
            );
        }

        milestones.Add(firstHalf);
        foreach (var task in openTasks.Where(task => tasksOfFirst.Contains(task.Id)))
        {
            task.AssignToMilestone(firstHalf.Id);
        }

        return CreateCorrection(CorrectionKind.Split, before, rationale, today, now);
    }

    /// <summary>Raises weekly capacity from a week on. <see cref="Capacity.FromCorrection"/> creates the row.</summary>
    /// <exception cref="DomainRuleException">The week is past, it is no increase, or the goal has ended.</exception>
    public Correction RaiseCapacity(
        IReadOnlyList<WeekMinutes> capacities,
        DateOnly fromWeek,
        int minutes,
        Rationale rationale,
        DateOnly today,
        DateTime now
    )
    {
        RequireNotEnded();
        var week = IsoWeek.Monday(Limits.CheckDate(fromWeek, today, "From"));
        if (week < IsoWeek.Monday(today))
        {
            throw new DomainRuleException("From", "Choose this week or a later one.");
        }

        var before = Capacity.WeeklyMinutesOn(capacities, week);
        if (minutes <= before)
        {
            throw new DomainRuleException(
                "Hours",
                "Enter more than the {0} hours you will have by then. To reduce your hours, go to Settings.",
                Duration.Format(before)
            );
        }

        int? ownMinutes = capacities.Where(row => row.Week == week).Select(row => (int?)row.Minutes).FirstOrDefault();
        var change = new ChangeSet.CapacityChange(
            week,
            before,
            ownMinutes,
            Limits.CheckMinutes(minutes, Limits.MaxWeekMinutes, "Hours")
        );
        return new Correction(this, CorrectionKind.RaiseCapacity, rationale, new ChangeSet([], change), today, now);
    }

    // Copies the open milestones of the moved tasks. The originals are trashed when no tasks are left in them
    private Dictionary<Guid, Guid> CopyMilestones(
        Goal successor,
        List<PlanTask> movedTasks,
        DateOnly today,
        DateTime now
    )
    {
        var copies = new Dictionary<Guid, Guid>();
        foreach (
            var milestone in UntrashedMilestones
                .Where(milestone =>
                    milestone.ReachedOn is null && movedTasks.Exists(task => task.MilestoneId == milestone.Id)
                )
                .ToList()
        )
        {
            copies[milestone.Id] = successor
                .AddMilestone(
                    milestone.Title,
                    milestone.Date < successor.Target ? milestone.Date : successor.Target,
                    today
                )
                .Id;
            if (UntrashedTasks.All(task => task.MilestoneId != milestone.Id || movedTasks.Contains(task)))
            {
                milestone.Trash(now);
            }
        }

        return copies;
    }
}
