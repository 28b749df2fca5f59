using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

public class WeekPlanTests
{
    private static readonly DateOnly Monday = IsoWeek.Monday(Sample.Today);

    [Fact]
    public void A_week_plan_has_the_tasks_of_its_week_and_knows_which_are_to_be_finished()
    {
        var (one, two) = (ScheduleScenarios.Task("One", 100), ScheduleScenarios.Task("Two", 400));
        var schedule = Schedule.Create(ScheduleScenarios.Plan(300, ScheduleScenarios.Goal(one, two)));

        Assert.Equal(
            [(one.Id, 100, true), (two.Id, 200, false)],
            WeekPlanTask.For(Guid.CreateVersion7(), schedule, Monday).Select(Describe)
        );
        Assert.Equal(
            [(two.Id, 200, true)],
            WeekPlanTask.For(Guid.CreateVersion7(), schedule, Monday.AddDays(7)).Select(Describe)
        );
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 7)]
    [InlineData(6, 7)]
    public void A_review_from_Friday_on_plans_the_next_week(int day, int planned) =>
        Assert.Equal(Monday.AddDays(planned), WeekPlanTask.WeekPlannedOn(Monday.AddDays(day)));

    private static (Guid, int, bool) Describe(WeekPlanTask row) => (row.TaskId, row.Minutes, row.IsToBeFinished);
}
