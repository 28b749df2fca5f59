using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Corrections;

public class GoalCorrectionTests
{
    private static readonly Dictionary<Guid, DateOnly> NoDates = [];

    private readonly Goal goal = Sample.Goal();
    private readonly DateOnly later = Sample.Today.AddYears(1);

    [Fact]
    public void A_correction_keeps_why_it_was_made()
    {
        var correction = goal.Reschedule(
            later,
            NoDates,
            new Rationale(" Moved house ", Cause.Life, " Plan less "),
            Sample.Today,
            Sample.Now
        );

        Assert.Equal(
            (CorrectionKind.Reschedule, "Moved house", Cause.Life, "Plan less"),
            (correction.Kind, correction.Reason, correction.Cause, correction.Lesson)
        );
        Assert.Equal((goal.Id, goal.OwnerId, null), (correction.GoalId, correction.OwnerId, correction.PromptId));
        Assert.Equal((Sample.Today, Sample.Now), (correction.DecidedOn, correction.DecidedAt));
    }

    [Fact]
    public void Rescheduling_moves_the_target_and_only_the_milestones_that_are_named()
    {
        var (moved, kept) = (Stop("Moved"), Stop("Kept"));
        goal.Reschedule(
            later,
            new Dictionary<Guid, DateOnly> { [moved.Id] = later },
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );

        Assert.Equal((later, later, Sample.Today), (goal.Target, moved.Date, kept.Date));
        Assert.Equal("Moved", moved.Title);
    }

    [Fact]
    public void Rescheduling_milestones_alone_leaves_a_target_that_has_passed()
    {
        var (stop, today) = (Stop("Stop"), goal.Target.AddDays(5));
        goal.Reschedule(
            goal.Target,
            new Dictionary<Guid, DateOnly> { [stop.Id] = today },
            Sample.Reason,
            today,
            Sample.Now
        );

        Assert.Equal(today, stop.Date);
    }

    [Fact]
    public void Rescheduling_refuses_absurd_dates_and_milestones_that_are_not_the_goals()
    {
        var stop = Stop("Stop");
        var trashed = Stop("Trashed");
        trashed.Trash(Sample.Now);

        Sample.Refused("Target", () => goal.Reschedule(Sample.Today, NoDates, Sample.Reason, Sample.Today, Sample.Now));
        Sample.Refused("Date", () => Move(stop.Id, DateOnly.MaxValue));
        Sample.Refused("", () => Move(trashed.Id, later));
        Sample.Refused("", () => Move(Sample.Goal().AddMilestone("Foreign", Sample.Today, Sample.Today).Id, later));
        Assert.Equal((Sample.Today, Sample.Today), (stop.Date, trashed.Date));
    }

    [Fact]
    public void Rescoping_drops_tasks_and_leads_others_elsewhere()
    {
        var stop = Stop("Stop");
        var (dropped, moved, freed, kept) = (Add("Dropped"), Add("Moved"), Add("Freed", stop.Id), Add("Kept", stop.Id));
        var correction = Rescope([dropped.Id], new() { [moved.Id] = stop.Id, [freed.Id] = null });

        Assert.Equal(CorrectionKind.CutScope, correction.Kind);
        Assert.Equal(Sample.Now, dropped.TrashedAt);
        Assert.Equal((stop.Id, null, stop.Id), (moved.MilestoneId, freed.MilestoneId, kept.MilestoneId));
        Assert.Equal(["Moved", "Freed", "Kept"], goal.UntrashedTasks.Select(task => task.Title));
    }

    [Fact]
    public void Rescoping_wants_a_choice() => Sample.Refused("", () => Rescope([], []));

    [Fact]
    public void Rescoping_refuses_tasks_that_are_done_in_Trash_or_not_the_goals()
    {
        var (done, trashed, foreign) = (Add("Done"), Add("Trashed"), Sample.Goal().AddTask("Foreign", null, null));
        done.MarkDone(Sample.Today, Sample.Now);
        trashed.Trash(Sample.Now.AddDays(-1));

        foreach (var task in new[] { done, trashed, foreign })
        {
            Sample.Refused("", () => Rescope([task.Id], []));
            Sample.Refused("", () => Rescope([], new() { [task.Id] = null }));
        }

        Assert.Equal((null, Sample.Now.AddDays(-1), null), (done.TrashedAt, trashed.TrashedAt, foreign.TrashedAt));
    }

    [Fact]
    public void Rescoping_refuses_to_lead_a_task_to_a_milestone_that_is_not_the_goals()
    {
        var task = Add("Task");
        var foreign = Sample.Goal().AddMilestone("Foreign", Sample.Today, Sample.Today).Id;

        Sample.Refused("MilestoneId", () => Rescope([], new() { [task.Id] = foreign }));
        Assert.Null(task.MilestoneId);
    }

    [Fact]
    public void Every_correction_but_resuming_and_achieving_wants_a_reason()
    {
        var task = Add("Task");
        Sample.Refused("Reason", () =>
            Sample.Goal().Reschedule(later, NoDates, Sample.NoReason, Sample.Today, Sample.Now)
        );
        Sample.Refused("Reason", () =>
            goal.CutScope(
                new HashSet<Guid> { task.Id },
                new Dictionary<Guid, Guid?>(),
                Sample.NoReason,
                Sample.Today,
                Sample.Now
            )
        );
        Sample.Refused("Reason", () => Sample.Goal().Pause(later, Sample.NoReason, Sample.Today, Sample.Now));
        Sample.Refused("Reason", () => Sample.Goal().Retire(Sample.NoReason, Sample.Today, Sample.Now));

        var achieved = Sample.Goal();
        Assert.Null(achieved.Achieve(Sample.NoReason, Sample.Today, Sample.Now).Reason);
        Assert.Null(achieved.Resume(Sample.NoReason, Sample.Today, Sample.Now).Reason);
    }

    [Fact]
    public void Reason_and_lesson_have_a_limit()
    {
        var text = new string('a', 20_001);

        Sample.Refused("Reason", () => goal.Reschedule(later, NoDates, new Rationale(text), Sample.Today, Sample.Now));
        Sample.Refused("Lesson", () =>
            goal.Reschedule(later, NoDates, new Rationale("Why", null, text), Sample.Today, Sample.Now)
        );
    }

    private Milestone Stop(string title) => goal.AddMilestone(title, Sample.Today, Sample.Today);

    private PlanTask Add(string title, Guid? milestoneId = null) => goal.AddTask(title, 60, milestoneId);

    private void Move(Guid milestone, DateOnly date) =>
        goal.Reschedule(
            later,
            new Dictionary<Guid, DateOnly> { [milestone] = date },
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );

    private Correction Rescope(HashSet<Guid> drop, Dictionary<Guid, Guid?> move) =>
        goal.CutScope(drop, move, Sample.Reason, Sample.Today, Sample.Now);
}
