using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class PlanDatesTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public void The_dates_of_a_revision_are_read_from_its_head()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(100));
        var milestone = goal.AddMilestone("“Target”: the \"Id\" of it, 日本", Sample.Today.AddDays(40), Sample.Today);
        for (var task = 0; task < 300; task++)
        {
            goal.AddTask($"Task {task}", 60, milestone.Id);
        }

        var json = Revision.RecordEdit(goal, null, Sample.Now)!.SnapshotJson;
        Assert.True(json.Length > PlanDates.HeaderLength);
        var planDates = PlanDates.FromSnapshotHeader(Sample.Today, json[..PlanDates.HeaderLength])!;

        Assert.Equal((Sample.Today, goal.Target), (planDates.SupersededOn, planDates.Target));
        Assert.Equal([new PlanDates.DatedMilestone(milestone.Id, milestone.Date)], planDates.DatedMilestones);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(160)]
    [InlineData(230)]
    public void However_short_the_head_it_is_no_error(int length)
    {
        var goal = Sample.Goal();
        goal.AddMilestone("Halfway", Sample.Today.AddDays(40), Sample.Today);
        var json = Revision.RecordEdit(goal, null, Sample.Now)!.SnapshotJson;

        Assert.InRange(
            PlanDates.FromSnapshotHeader(Sample.Today, json[..Math.Min(length, json.Length)])?.DatedMilestones.Count
                ?? 0,
            0,
            1
        );
    }

    [Fact]
    public void Only_courses_whose_dates_differ_stand_apart()
    {
        var now = PlanSnapshot(100, (First, 30), (Second, 60));
        PlanDates[] before =
        [
            At(100, (First, 30), (Second, 60)),
            At(100, (First, 20), (Second, 60)),
            At(100, (First, 20)),
            At(90, (First, 20), (Second, 60)),
        ];

        Assert.Equal([before[1], before[3]], PlanDates.DistinctFrom(before, now, 3));
        Assert.Equal([before[1]], PlanDates.DistinctFrom(before, now, 1));
    }

    [Fact]
    public void A_milestone_that_is_gone_is_no_other_date() =>
        Assert.Empty(PlanDates.DistinctFrom([At(100, (First, 30), (Second, 60))], PlanSnapshot(100, (First, 30)), 3));

    private static PlanDates At(int target, params (Guid Id, int Day)[] stops) =>
        new(
            Sample.Today,
            Sample.Today.AddDays(target),
            [.. stops.Select(stop => new PlanDates.DatedMilestone(stop.Id, Sample.Today.AddDays(stop.Day)))]
        );

    private static PlanSnapshot PlanSnapshot(int target, params (Guid Id, int Day)[] stops) =>
        new(
            "Goal",
            GoalState.Active,
            Sample.Today.AddDays(target),
            null,
            Sample.Today,
            [
                .. stops.Select(stop => new PlanSnapshot.MilestoneSnapshot(
                    stop.Id,
                    "M",
                    Sample.Today.AddDays(stop.Day),
                    null
                )),
            ],
            []
        );
}
