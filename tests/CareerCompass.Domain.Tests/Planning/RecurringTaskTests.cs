using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

public class RecurringTaskTests
{
    // Sample.Today is a Wednesday
    private readonly RecurringTask recurringTask = new(
        Guid.CreateVersion7(),
        Guid.CreateVersion7(),
        "Practise",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        Sample.Today,
        Sample.Today.AddDays(30),
        45
    );

    [Fact]
    public void The_first_occurrence_falls_on_the_first_day_of_the_rule()
    {
        var task = recurringTask.CreateFirstOccurrence(Sample.Today, 3)!;

        Assert.Equal(
            (recurringTask.Id, Sample.Today.AddDays(1), "Practise", 45, 3),
            (task.RecurringTaskId, task.DueOn, task.Title, task.Estimate, task.Position)
        );
    }

    [Fact]
    public void What_was_skipped_does_not_pile_up()
    {
        var task = recurringTask.CreateFirstOccurrence(Sample.Today, 1)!;

        Assert.Equal(
            Sample.Today.AddDays(20),
            recurringTask.CreateNextOccurrence(task, Sample.Today.AddDays(15))!.DueOn
        );
    }

    [Fact]
    public void Done_early_the_next_one_is_the_one_after() =>
        Assert.Equal(
            Sample.Today.AddDays(6),
            recurringTask
                .CreateNextOccurrence(recurringTask.CreateFirstOccurrence(Sample.Today, 1)!, Sample.Today)!
                .DueOn
        );

    [Fact]
    public void After_the_last_day_there_is_none() =>
        Assert.Null(
            recurringTask.CreateNextOccurrence(
                recurringTask.CreateFirstOccurrence(Sample.Today, 1)!,
                Sample.Today.AddDays(29)
            )
        );

    [Fact]
    public void An_occurrence_that_is_let_pass_falls_on_the_next_day()
    {
        var task = recurringTask.CreateFirstOccurrence(Sample.Today, 1)!;

        Assert.True(recurringTask.SkipOccurrence(task, Sample.Today));
        Assert.Equal(Sample.Today.AddDays(6), task.DueOn);
        Assert.False(recurringTask.SkipOccurrence(task, Sample.Today.AddDays(30)));
    }

    [Fact]
    public void Ended_it_falls_on_no_day()
    {
        recurringTask.EndBefore(Sample.Today);

        Assert.Null(recurringTask.CreateFirstOccurrence(Sample.Today, 1));
        Assert.Empty(recurringTask.OccurrenceDates(Sample.Today, Sample.Today.AddYears(1)));
    }

    [Fact]
    public void It_cannot_end_before_it_starts() =>
        Sample.Refused("Until", () =>
            _ = new RecurringTask(
                Guid.Empty,
                Guid.Empty,
                "Practise",
                "FREQ=DAILY",
                Sample.Today,
                Sample.Today.AddDays(-1),
                null
            )
        );

    [Fact]
    public void It_moves_with_the_target_of_its_goal_and_keeps_its_weekday()
    {
        var weekly = new RecurringTask(
            Guid.Empty,
            Guid.Empty,
            "Practise",
            "FREQ=WEEKLY",
            Sample.Today.AddDays(10),
            Sample.Today.AddDays(19),
            30
        );
        weekly.MoveProportionally(Sample.Today, Sample.Today.AddDays(20), Sample.Today.AddDays(60));

        Assert.Equal(
            ("FREQ=WEEKLY;BYDAY=SA", Sample.Today.AddDays(30), Sample.Today.AddDays(59)),
            (weekly.Rule, weekly.StartsOn, weekly.Until!.Value)
        );
    }

    [Fact]
    public void Days_outside_the_goal_stay_when_its_target_moves()
    {
        recurringTask.MoveProportionally(Sample.Today, Sample.Today.AddDays(10), Sample.Today.AddDays(20));

        Assert.Equal((Sample.Today, Sample.Today.AddDays(30)), (recurringTask.StartsOn, recurringTask.Until!.Value));
    }
}
