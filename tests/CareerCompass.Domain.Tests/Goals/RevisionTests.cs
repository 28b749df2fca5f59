using System.Text.Json;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class RevisionTests
{
    private readonly Goal goal = Sample.Goal();
    private readonly Revision first;

    public RevisionTests() => first = Revision.RecordEdit(goal, null, Sample.Now)!;

    [Fact]
    public void The_first_revision_is_open_and_keeps_the_route()
    {
        Assert.Equal(
            (1, PlanSnapshot.SchemaVersion, null, null),
            (first.Number, first.SchemaVersion, first.SealedAt, first.CorrectionId)
        );
        Assert.Equal(
            (goal.Id, goal.OwnerId, Sample.Now, Sample.Now),
            (first.GoalId, first.OwnerId, first.OpenedAt, first.EditedAt)
        );
        Assert.Equal(goal.Title, first.ReadSnapshot().Title);
    }

    [Fact]
    public void Edits_amend_the_open_revision_while_no_pause_between_them_is_over_thirty_minutes()
    {
        for (var edit = 1; edit <= 3; edit++)
        {
            goal.AddTask($"Task {edit}", 60, null);
            Assert.Null(Revision.RecordEdit(goal, first, Sample.Now.AddMinutes(30 * edit)));
        }

        Assert.Equal(["Task 1", "Task 2", "Task 3"], first.ReadSnapshot().Tasks.Select(task => task.Title));
        Assert.Equal((Sample.Now, Sample.Now.AddMinutes(90), null), (first.OpenedAt, first.EditedAt, first.SealedAt));
    }

    [Fact]
    public void The_first_edit_later_seals_the_revision_and_opens_the_next()
    {
        var (before, later) = (first.SnapshotJson, Sample.Now.AddMinutes(30).AddTicks(1));
        goal.AddTask("Later", 60, null);
        var second = Revision.RecordEdit(goal, first, later)!;

        Assert.Equal((later, before), (first.SealedAt, first.SnapshotJson));
        Assert.Equal((2, null, later), (second.Number, second.SealedAt, second.OpenedAt));
        Assert.Equal("Later", Assert.Single(second.ReadSnapshot().Tasks).Title);
    }

    [Fact]
    public void An_edit_that_changes_nothing_keeps_nothing()
    {
        var later = Sample.Now.AddHours(5);
        goal.Edit(goal.Title, "Another reason", goal.DoneWhen, goal.Target, Sample.Today);

        Assert.Null(Revision.RecordEdit(goal, first, later));
        Assert.Null(first.SealedAt);
    }

    [Fact]
    public void A_tick_is_no_edit_of_the_route()
    {
        goal.AddTask("Task", 60, null);
        Revision.RecordEdit(goal, first, Sample.Now);
        goal.Tasks[0].MarkDone(Sample.Today, Sample.Now);

        Assert.Null(Revision.RecordEdit(goal, first, Sample.Now.AddHours(1)));
    }

    [Fact]
    public void A_correction_seals_the_latest_revision_and_its_own_at_once()
    {
        var before = first.SnapshotJson;
        var (correction, later) = (
            goal.Pause(Sample.Today.AddDays(9), Sample.Reason, Sample.Today, Sample.Now),
            Sample.Now.AddMinutes(1)
        );
        var second = Revision.RecordSealed(goal, first, correction, later);

        Assert.Equal((later, before), (first.SealedAt, first.SnapshotJson));
        Assert.Equal((2, later, correction.Id), (second.Number, second.SealedAt, second.CorrectionId));
        Assert.Equal(GoalState.Paused, second.ReadSnapshot().State);
    }

    [Fact]
    public void A_correction_may_make_the_first_revision()
    {
        var revision = Revision.RecordSealed(goal, null, null, Sample.Now);

        Assert.Equal((1, Sample.Now, null), (revision.Number, revision.SealedAt, revision.CorrectionId));
    }

    [Fact]
    public void A_sealed_revision_never_changes()
    {
        var (second, at) = (Revision.RecordSealed(goal, first, null, Sample.Now), Sample.Now.AddMinutes(1));
        var before = JsonSerializer.Serialize(second);
        goal.AddTask("Right after", 60, null);
        var third = Revision.RecordEdit(goal, second, at)!;
        Revision.RecordSealed(goal, second, null, at);

        Assert.Equal(3, third.Number);
        Assert.Equal(before, JsonSerializer.Serialize(second));
        Assert.Empty(second.ReadSnapshot().Tasks);
    }

    [Fact]
    public void A_route_is_read_back_as_it_was_kept()
    {
        var stop = goal.AddMilestone("Größe „π“ <b>", Sample.Today.AddDays(7), Sample.Today);
        stop.MarkReached(Sample.Today);
        goal.AddTask("Read", null, stop.Id).MarkDone(Sample.Today, Sample.Now);
        goal.AddTask("Write", 90, null);
        goal.Pause(Sample.Today.AddDays(30), Sample.Reason, Sample.Today, Sample.Now);
        var (planSnapshot, read) = (
            PlanSnapshot.From(goal),
            Revision.RecordSealed(goal, first, null, Sample.Now).ReadSnapshot()
        );

        Assert.Equal(planSnapshot with { Milestones = read.Milestones, Tasks = read.Tasks }, read);
        Assert.Equal(planSnapshot.Milestones, read.Milestones);
        Assert.Equal(planSnapshot.Tasks, read.Tasks);
    }

    [Fact]
    public void The_JSON_keeps_its_shape()
    {
        var json = JsonDocument.Parse(first.SnapshotJson).RootElement;

        Assert.Equal(
            ["Title", "State", "Target", "PausedUntil", "StartedOn", "Milestones", "Tasks"],
            json.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ("Active", "2026-12-03"),
            (json.GetProperty("State").GetString(), json.GetProperty("Target").GetString())
        );
    }

    [Fact]
    public void What_is_in_Trash_is_not_on_the_route()
    {
        var stop = goal.AddMilestone("Stop", Sample.Today, Sample.Today);
        goal.AddTask("Left", 60, stop.Id);
        goal.AddTask("Gone", 60, null).Trash(Sample.Now);
        stop.Trash(Sample.Now);
        var planSnapshot = PlanSnapshot.From(goal);

        Assert.Empty(planSnapshot.Milestones);
        Assert.Equal(
            ("Left", null),
            Assert.Single(planSnapshot.Tasks) is var task ? (task.Title, task.MilestoneId) : default
        );
    }
}
