using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class MilestoneTests
{
    private readonly Goal goal = Sample.Goal();

    [Fact]
    public void Milestones_stand_in_order_of_time()
    {
        goal.AddMilestone("Later", Sample.Today.AddDays(20), Sample.Today);
        goal.AddMilestone(" Sooner ", Sample.Today.AddDays(10), Sample.Today);
        goal.AddMilestone("Gone", Sample.Today.AddDays(5), Sample.Today).Trash(Sample.Now);

        Assert.Equal(["Sooner", "Later"], goal.UntrashedMilestones.Select(stop => stop.Title));
    }

    [Fact]
    public void A_milestone_belongs_to_its_goal_and_may_lie_back()
    {
        var stop = goal.AddMilestone("Degree", Sample.Today.AddYears(-60), Sample.Today);

        Assert.Equal((goal.Id, goal.OwnerId, Sample.Today.AddYears(-60)), (stop.GoalId, stop.OwnerId, stop.Date));
    }

    [Fact]
    public void Absurd_dates_and_titles_are_refused()
    {
        foreach (
            var day in new[]
            {
                DateOnly.MinValue,
                DateOnly.MaxValue,
                Sample.Today.AddYears(-60).AddDays(-1),
                Sample.Today.AddYears(60).AddDays(1),
            }
        )
        {
            Sample.Refused("Date", () => goal.AddMilestone("Stop", day, Sample.Today));
        }

        Sample.Refused("Title", () => goal.AddMilestone(null, Sample.Today, Sample.Today));
        Sample.Refused("Title", () => goal.AddMilestone(new string('t', 201), Sample.Today, Sample.Today));
        Assert.Empty(goal.Milestones);
    }

    [Fact]
    public void A_milestone_is_said_to_be_reached_once_and_can_be_taken_back()
    {
        var stop = goal.AddMilestone("Stop", Sample.Today, Sample.Today);
        stop.MarkReached(Sample.Today);
        stop.MarkReached(Sample.Today.AddDays(1));
        Assert.Equal(Sample.Today, stop.ReachedOn);

        stop.MarkNotReached();
        Assert.Null(stop.ReachedOn);
    }

    [Theory]
    [InlineData(false, 0, 0, false)]
    [InlineData(false, 0, 1, true)]
    [InlineData(false, 1, 5, false)]
    [InlineData(false, 1, 0, false)]
    [InlineData(true, 0, 0, true)]
    [InlineData(true, 3, 0, true)]
    public void A_milestone_is_reached_when_said_so_or_when_all_its_tasks_are_done(
        bool said,
        int open,
        int done,
        bool reached
    ) => Assert.Equal(reached, Milestone.IsReached(said ? Sample.Today : null, open, done));

    [Fact]
    public void A_milestone_comes_back_from_Trash()
    {
        var stop = goal.AddMilestone("Stop", Sample.Today, Sample.Today);
        stop.Trash(Sample.Now);
        stop.Trash(Sample.Now.AddDays(1));
        Assert.Equal(Sample.Now, stop.TrashedAt);

        stop.Restore();
        Assert.Equal(stop, Assert.Single(goal.UntrashedMilestones));
    }
}
