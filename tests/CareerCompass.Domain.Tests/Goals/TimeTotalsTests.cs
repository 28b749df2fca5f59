using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class TimeTotalsTests
{
    private static readonly TimeTotals Bank = new([
        (Day(0), 30),
        (Day(0), 60),
        (Day(-1), 45),
        (Day(-2), 15),
        (Day(-3), 120),
        (Day(-40), 90),
    ]);

    [Fact]
    public void A_day_sums_up_its_entries() => Assert.Equal((90, 0), (Bank.MinutesOn(Day(0)), Bank.MinutesOn(Day(1))));

    [Fact]
    public void A_week_runs_from_Monday_to_Sunday()
    {
        // Sample.Today is a Wednesday, so three days before is a Sunday
        Assert.Equal(150, Bank.MinutesInWeekOf(Day(0)));
        Assert.Equal(150, Bank.MinutesInWeekOf(Day(4)));
        Assert.Equal(120, Bank.MinutesInWeekOf(Day(-3)));
    }

    [Fact]
    public void Both_ends_of_a_stretch_count()
    {
        Assert.Equal(180, Bank.MinutesBetween(Day(-3), Day(-1)));
        Assert.Equal(3, Bank.ActiveDaysBetween(Day(-3), Day(-1)));
    }

    [Fact]
    public void Months_are_told_oldest_first_also_when_nothing_happened()
    {
        var monthTotals = Bank.MonthTotals(Sample.Today, 3);

        Assert.Equal(
            [new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1), new DateOnly(2026, 6, 1)],
            monthTotals.Select(monthTotal => monthTotal.First)
        );
        Assert.Equal(
            [(90, 1), (120, 1), (150, 3)],
            monthTotals.Select(monthTotal => (monthTotal.Minutes, monthTotal.ActiveDays))
        );
        Assert.All(new TimeTotals([]).MonthTotals(Sample.Today, 12), monthTotal => Assert.Equal(0, monthTotal.Minutes));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    [InlineData(120, 3)]
    [InlineData(121, 4)]
    [InlineData(5_000, 4)]
    public void More_minutes_get_more_ink(int minutes, int ink) => Assert.Equal(ink, TimeTotals.Intensity(minutes));

    [Fact]
    public void An_entry_is_corrected_and_keeps_a_day_of_long_ago()
    {
        var timeEntry = new TimeEntry(Guid.CreateVersion7(), Guid.CreateVersion7(), null, Day(-300), 30, Day(0));
        var (goal, task) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        timeEntry.Edit(goal, task, Day(-300), 45, Day(200));

        Assert.Equal(
            (goal, task, Day(-300), 45),
            (timeEntry.GoalId, timeEntry.TaskId, timeEntry.Day, timeEntry.Minutes)
        );
        Sample.Refused("Day", () => timeEntry.Edit(goal, task, Day(-301), 45, Day(200)));
        Sample.Refused("Time", () => timeEntry.Edit(goal, task, Day(-300), 0, Day(200)));
    }

    private static DateOnly Day(int days) => Sample.Today.AddDays(days);
}
