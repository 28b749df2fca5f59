using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Corrections;

public class GoalCorrectionTests
{
    private static readonly Dictionary<Guid, DateOnly> NoDates = [];

    private readonly Goal goal = Some.Goal();
    private readonly DateOnly later = Some.Today.AddYears(1);

    [Fact]
    public void A_correction_keeps_why_it_was_made()
    {
        var correction = goal.Reschedule(later, NoDates, new Rationale(" Moved house ", Cause.Life, " Plan less "), Some.Today, Some.Now);

        Assert.Equal((CorrectionKind.Reschedule, "Moved house", Cause.Life, "Plan less"), (correction.Kind, correction.Reason, correction.Cause, correction.Lesson));
        Assert.Equal((goal.Id, goal.OwnerId, null), (correction.GoalId, correction.OwnerId, correction.PromptId));
        Assert.Equal((Some.Today, Some.Now), (correction.DecidedOn, correction.DecidedAt));
    }

    [Fact]
    public void Rescheduling_moves_the_target_and_only_the_milestones_that_are_named()
    {
        var (moved, kept) = (Stop("Moved"), Stop("Kept"));
        goal.Reschedule(later, new Dictionary<Guid, DateOnly> { [moved.Id] = later }, Some.Reason, Some.Today, Some.Now);

        Assert.Equal((later, later, Some.Today), (goal.Target, moved.Date, kept.Date));
        Assert.Equal("Moved", moved.Title);
    }

    [Fact]
    public void Rescheduling_milestones_alone_leaves_a_target_that_has_passed()
    {
        var (stop, today) = (Stop("Stop"), goal.Target.AddDays(5));
        goal.Reschedule(goal.Target, new Dictionary<Guid, DateOnly> { [stop.Id] = today }, Some.Reason, today, Some.Now);

        Assert.Equal(today, stop.Date);
    }

    [Fact]
    public void Rescheduling_refuses_absurd_dates_and_milestones_that_are_not_the_goals()
    {
        var stop = Stop("Stop");
        var trashed = Stop("Trashed");
        trashed.Trash(Some.Now);

        Some.Refused("Target", () => goal.Reschedule(Some.Today, NoDates, Some.Reason, Some.Today, Some.Now));
        Some.Refused("Date", () => Move(stop.Id, DateOnly.MaxValue));
        Some.Refused("", () => Move(trashed.Id, later));
        Some.Refused("", () => Move(Some.Goal().AddMilestone("Foreign", Some.Today, Some.Today).Id, later));
        Assert.Equal((Some.Today, Some.Today), (stop.Date, trashed.Date));
    }

    [Fact]
    public void Rescoping_drops_tasks_and_leads_others_elsewhere()
    {
        var stop = Stop("Stop");
        var (dropped, moved, freed, kept) = (Add("Dropped"), Add("Moved"), Add("Freed", stop.Id), Add("Kept", stop.Id));
        var correction = Rescope([dropped.Id], new() { [moved.Id] = stop.Id, [freed.Id] = null });

        Assert.Equal(CorrectionKind.CutScope, correction.Kind);
        Assert.Equal(Some.Now, dropped.TrashedAt);
        Assert.Equal((stop.Id, null, stop.Id), (moved.MilestoneId, freed.MilestoneId, kept.MilestoneId));
        Assert.Equal(["Moved", "Freed", "Kept"], goal.UntrashedTasks.Select(task => task.Title));
    }

    [Fact]
    public void Rescoping_wants_a_choice() => Some.Refused("", () => Rescope([], []));

    [Fact]
    public void Rescoping_refuses_tasks_that_are_done_in_Trash_or_not_the_goals()
    {
        var (done, trashed, foreign) = (Add("Done"), Add("Trashed"), Some.Goal().AddTask("Foreign", null, null));
        done.MarkDone(Some.Today, Some.Now);
        trashed.Trash(Some.Now.AddDays(-1));

        foreach (var task in new[] { done, trashed, foreign })
        {
            Some.Refused("", () => Rescope([task.Id], []));
            Some.Refused("", () => Rescope([], new() { [task.Id] = null }));
        }

        Assert.Equal((null, Some.Now.AddDays(-1), null), (done.TrashedAt, trashed.TrashedAt, foreign.TrashedAt));
    }

    [Fact]
    public void Rescoping_refuses_to_lead_a_task_to_a_milestone_that_is_not_the_goals()
    {
        var task = Add("Task");
        var foreign = Some.Goal().AddMilestone("Foreign", Some.Today, Some.Today).Id;

        Some.Refused("MilestoneId", () => Rescope([], new() { [task.Id] = foreign }));
        Assert.Null(task.MilestoneId);
    }

    [Fact]
    public void Every_correction_but_resuming_and_achieving_wants_a_reason()
    {
        var task = Add("Task");
        Some.Refused("Reason", () => Some.Goal().Reschedule(later, NoDates, Some.NoReason, Some.Today, Some.Now));
        Some.Refused("Reason", () => goal.CutScope(new HashSet<Guid> { task.Id }, new Dictionary<Guid, Guid?>(), Some.NoReason, Some.Today, Some.Now));
        Some.Refused("Reason", () => Some.Goal().Pause(later, Some.NoReason, Some.Today, Some.Now));
        Some.Refused("Reason", () => Some.Goal().Retire(Some.NoReason, Some.Today, Some.Now));

        var achieved = Some.Goal();
        Assert.Null(achieved.Achieve(Some.NoReason, Some.Today, Some.Now).Reason);
        Assert.Null(achieved.Resume(Some.NoReason, Some.Today, Some.Now).Reason);
    }

    [Fact]
    public void Reason_and_lesson_have_a_limit()
    {
        var text = new string('a', 20_001);

        Some.Refused("Reason", () => goal.Reschedule(later, NoDates, new Rationale(text), Some.Today, Some.Now));
        Some.Refused("Lesson", () => goal.Reschedule(later, NoDates, new Rationale("Why", null, text), Some.Today, Some.Now));
    }

    private Milestone Stop(string title) => goal.AddMilestone(title, Some.Today, Some.Today);

    private PlanTask Add(string title, Guid? milestoneId = null) => goal.AddTask(title, 60, milestoneId);

    private void Move(Guid milestone, DateOnly date) =>
        goal.Reschedule(later, new Dictionary<Guid, DateOnly> { [milestone] = date }, Some.Reason, Some.Today, Some.Now);

    private Correction Rescope(HashSet<Guid> drop, Dictionary<Guid, Guid?> move) =>
        goal.CutScope(drop, move, Some.Reason, Some.Today, Some.Now);
}
