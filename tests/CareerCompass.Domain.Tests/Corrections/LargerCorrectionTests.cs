using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Tests.Corrections;

public class LargerCorrectionTests
{
    private readonly Goal goal = Sample.Goal();

    [Fact]
    public void Another_path_takes_over_the_chosen_tasks_and_their_milestones_and_knows_where_it_came_from()
    {
        var (taken, kept) = (Stop("Taken", 30), Stop("Kept", 60));
        var (one, two, three) = (
            goal.AddTask("One", 60, taken.Id, "A note"),
            goal.AddTask("Two", 30, kept.Id),
            goal.AddTask("Three", null, kept.Id)
        );
        goal.PlanForObstacle(one, "Tired", "If tired, then tomorrow");
        var order = new TaskDependency(two, one);

        var (correction, successor, orders) = Another([one.Id, two.Id], withMilestones: true, orders: [order]);

        Assert.Equal((CorrectionKind.NewPath, goal.Id), (correction.Kind, correction.GoalId));
        Assert.Equal(
            (goal.Id, goal.OwnerId, "Another way"),
            (successor.PredecessorGoalId, successor.OwnerId, successor.Title)
        );
        Assert.Equal(["Taken", "Kept"], successor.UntrashedMilestones.Select(stop => stop.Title));
        Assert.Equal(
            [("One", 60, "A note"), ("Two", 30, null)],
            successor.UntrashedTasks.Select(task => (task.Title, task.Estimate!.Value, task.Notes))
        );
        Assert.Equal(("Tired", "If tired, then tomorrow"), (successor.Tasks[0].Obstacle, successor.Tasks[0].IfThen));
        Assert.Equal(
            (successor.Tasks[1].Id, successor.Tasks[0].Id),
            (Assert.Single(orders).TaskId, orders[0].DependsOnId)
        );
        Assert.Equal([three.Id], goal.UntrashedTasks.Select(task => task.Id));
        Assert.Equal([kept.Id], goal.UntrashedMilestones.Select(stop => stop.Id));
        Assert.Equal(GoalState.Active, goal.State);
    }

    [Fact]
    public void The_path_that_is_left_may_be_retired_and_milestones_may_stay_behind()
    {
        var stop = Stop("Stop", 30);
        var task = goal.AddTask("One", 60, stop.Id);

        var (_, successor, _) = Another([task.Id], retire: true);

        Assert.Equal((GoalState.Retired, Sample.Today), (goal.State, goal.EndedOn));
        Assert.Empty(successor.Milestones);
        Assert.Null(successor.Tasks[0].MilestoneId);
        Assert.Single(goal.UntrashedMilestones);
    }

    [Fact]
    public void Another_path_is_refused_with_tasks_that_are_done_or_foreign_and_without_a_title_target_or_reason()
    {
        var done = goal.AddTask("Done", 60, null);
        done.MarkDone(Sample.Today, Sample.Now);

        Sample.Refused("", () => Another([done.Id]));
        Sample.Refused("", () => Another([Sample.Goal().AddTask("Foreign", 5, null).Id]));
        Sample.Refused("Title", () => Another([], title: " "));
        Sample.Refused("Target", () => Another([], target: Sample.Today));
        Sample.Refused("Reason", () =>
            goal.StartNewPath(
                new("Way", null, null, Sample.Today.AddDays(9), new HashSet<Guid>(), false, false),
                [],
                Sample.NoReason,
                Sample.Today,
                Sample.Now
            )
        );
    }

    [Fact]
    public void A_milestone_is_split_into_a_first_half_and_the_rest()
    {
        var stop = Stop("Portfolio", 60);
        var (one, two) = (goal.AddTask("One", 60, stop.Id), goal.AddTask("Two", 30, stop.Id));

        var correction = goal.SplitMilestone(
            stop.Id,
            new(" Draft ", Sample.Today.AddDays(20)),
            new("Portfolio online", Sample.Today.AddDays(70)),
            new HashSet<Guid> { one.Id },
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );

        Assert.Equal(CorrectionKind.Split, correction.Kind);
        Assert.Equal(
            [("Draft", 20), ("Portfolio online", 70)],
            goal.UntrashedMilestones.Select(half => (half.Title, half.Date.DayNumber - Sample.Today.DayNumber))
        );
        Assert.Equal((goal.UntrashedMilestones.First().Id, stop.Id), (one.MilestoneId, two.MilestoneId));
    }

    [Theory]
    [InlineData("FirstTitle", "", 20, "Rest", 70, 1)]
    [InlineData("SecondTitle", "Draft", 20, " ", 70, 1)]
    [InlineData("FirstDate", "Draft", 71, "Rest", 70, 1)]
    [InlineData("FirstDate", "Draft", 90_000, "Rest", 70, 1)]
    [InlineData("SecondDate", "Draft", 20, "Rest", 90_000, 1)]
    [InlineData("", "Draft", 20, "Rest", 70, 0)]
    [InlineData("", "Draft", 20, "Rest", 70, 2)]
    public void A_split_is_refused_at_the_field(
        string field,
        string first,
        int firstDay,
        string second,
        int secondDay,
        int toFirst
    )
    {
        var stop = Stop("Portfolio", 60);
        PlanTask[] own = [goal.AddTask("One", 60, stop.Id), goal.AddTask("Two", 30, stop.Id)];

        Sample.Refused(field, () =>
            goal.SplitMilestone(
                stop.Id,
                new(first, Sample.Today.AddDays(firstDay)),
                new(second, Sample.Today.AddDays(secondDay)),
                own.Take(toFirst).Select(task => task.Id).ToHashSet(),
                Sample.Reason,
                Sample.Today,
                Sample.Now
            )
        );
    }

    [Fact]
    public void A_reached_or_foreign_milestone_is_not_split_nor_with_tasks_of_another()
    {
        var (stop, reached) = (Stop("Stop", 60), Stop("Reached", 10));
        var other = goal.AddTask("Other", 60, reached.Id);
        reached.MarkReached(Sample.Today);
        Correction Split(Guid id, params Guid[] tasks) =>
            goal.SplitMilestone(
                id,
                new("A", Sample.Today),
                new("B", Sample.Today),
                tasks.ToHashSet(),
                Sample.Reason,
                Sample.Today,
                Sample.Now
            );

        Sample.Refused("", () => Split(reached.Id));
        Sample.Refused("", () => Split(Guid.NewGuid()));
        Sample.Refused("", () => Split(stop.Id, other.Id));
    }

    [Fact]
    public void More_hours_hold_from_their_week_and_their_row_knows_the_correction()
    {
        var correction = goal.RaiseCapacity(
            [new(new(2026, 1, 5), 300)],
            Sample.Today.AddDays(7),
            420,
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );
        var row = Capacity.FromCorrection(correction, null);

        Assert.Equal(
            (new DateOnly(2026, 6, 8), 420, correction.Id, goal.OwnerId),
            (row.FromWeek, row.Minutes, row.CorrectionId, row.OwnerId)
        );
        Assert.Equal(new ChangeSet.CapacityChange(new(2026, 6, 8), 300, null, 420), correction.ChangeSet!.Capacity);
        Assert.Empty(correction.ChangeSet.Goals);
    }

    [Theory]
    [InlineData("Hours", 0, 300)]
    [InlineData("Hours", 0, 6_001)]
    [InlineData("From", -7, 400)]
    [InlineData("From", 90_000, 400)]
    public void Hours_that_are_no_more_or_lie_in_weeks_gone_by_are_refused(string field, int days, int minutes) =>
        Sample.Refused(field, () =>
            goal.RaiseCapacity(
                [new(new(2026, 1, 5), 300)],
                Sample.Today.AddDays(days),
                minutes,
                Sample.Reason,
                Sample.Today,
                Sample.Now
            )
        );

    [Fact]
    public void Tasks_are_made_smaller_and_never_larger()
    {
        var (big, open) = (goal.AddTask("Big", 120, null), goal.AddTask("Open", null, null));
        goal.CutScope(
            new HashSet<Guid>(),
            new Dictionary<Guid, Guid?>(),
            Sample.Reason,
            Sample.Today,
            Sample.Now,
            new Dictionary<Guid, int> { [big.Id] = 45, [open.Id] = 30 }
        );

        Assert.Equal((45, 30), (big.Estimate, open.Estimate));
        Sample.Refused("Estimate", () =>
            goal.CutScope(
                new HashSet<Guid>(),
                new Dictionary<Guid, Guid?>(),
                Sample.Reason,
                Sample.Today,
                Sample.Now,
                new Dictionary<Guid, int> { [big.Id] = 45 }
            )
        );
    }

    // The target is a hundred days ahead
    [Theory]
    [InlineData(60, 0, 150, 90)]
    [InlineData(60, 0, 50, 30)]
    [InlineData(100, 0, 130, 130)]
    [InlineData(110, 0, 130, 140)] // beyond the target the distance stays
    [InlineData(-25, -25, 150, 0)] // A missed milestone moves to today
    [InlineData(75, -25, 150, 120)]
    [InlineData(50, 0, 100, 50)]
    public void Milestones_keep_their_place_on_the_way_when_the_target_moves(
        int day,
        int first,
        int to,
        int expected
    ) =>
        Assert.Equal(
            Sample.Today.AddDays(expected),
            Goal.ShiftProportionally(
                Sample.Today.AddDays(day),
                Sample.Today.AddDays(first),
                Sample.Today.AddDays(100),
                Sample.Today.AddDays(to),
                Sample.Today
            )
        );

    [Fact]
    public void Milestones_follow_a_target_that_has_passed() =>
        Assert.Equal(
            Sample.Today.AddDays(40),
            Goal.ShiftProportionally(
                Sample.Today.AddDays(-10),
                Sample.Today.AddDays(-10),
                Sample.Today.AddDays(-10),
                Sample.Today.AddDays(40),
                Sample.Today
            )
        );

    [Fact]
    public void What_a_correction_did_can_be_undone_for_fourteen_days_and_once_it_is_an_undo_no_more()
    {
        var correction = goal.Pause(Sample.Today.AddDays(30), Sample.Reason, Sample.Today, Sample.Now);
        var kept = Revision.RecordSealed(goal, null, correction, Sample.Now);

        Assert.Throws<DomainRuleException>(() =>
            correction.Undo([(goal, kept)], null, Sample.Today.AddDays(15), Sample.Now)
        );
        // The goal is in Trash
        Assert.Throws<DomainRuleException>(() => correction.Undo([], null, Sample.Today, Sample.Now));
        var undo = correction.Undo([(goal, kept)], null, Sample.Today.AddDays(14), Sample.Now);
        Assert.Equal(GoalState.Active, goal.State);
        Assert.Throws<DomainRuleException>(() =>
            undo.Undo([(goal, Revision.RecordSealed(goal, kept, undo, Sample.Now))], null, Sample.Today, Sample.Now)
        );
    }

    [Fact]
    public void Hours_that_were_changed_since_are_not_undone()
    {
        var correction = goal.RaiseCapacity(
            [new(Sample.Today, 300)],
            Sample.Today,
            420,
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );
        var row = Capacity.FromCorrection(correction, null);
        row.Change(480);

        Assert.Throws<DomainRuleException>(() => correction.Undo([], row, Sample.Today, Sample.Now));
        Assert.Throws<DomainRuleException>(() => correction.Undo([], null, Sample.Today, Sample.Now));
        Assert.Equal(480, row.Minutes);
    }

    [Fact]
    public void A_rescheduling_knows_by_how_many_days_it_moved_the_target()
    {
        var correction = goal.Reschedule(
            goal.Target.AddDays(47),
            new Dictionary<Guid, DateOnly>(),
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );

        Assert.Equal(47, correction.TargetShiftDays);
        Assert.Equal(
            -47,
            correction
                .Undo(
                    [(goal, Revision.RecordSealed(goal, null, correction, Sample.Now))],
                    null,
                    Sample.Today,
                    Sample.Now
                )
                .TargetShiftDays
        );
    }

    private Milestone Stop(string title, int day) => goal.AddMilestone(title, Sample.Today.AddDays(day), Sample.Today);

    private (Correction Correction, Goal Successor, IReadOnlyList<TaskDependency> Dependencies) Another(
        Guid[] tasks,
        bool withMilestones = false,
        bool retire = false,
        string title = "Another way",
        DateOnly? target = null,
        TaskDependency[]? orders = null
    ) =>
        goal.StartNewPath(
            new(title, "Why", "When", target ?? Sample.Today.AddDays(200), tasks.ToHashSet(), withMilestones, retire),
            orders ?? [],
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );
}
