using System.Globalization;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

public class IsoWeekTests
{
    [Fact]
    public void A_week_is_named_by_its_Monday()
    {
        for (var date = new DateOnly(2024, 1, 1); date.Year < 2035; date = date.AddDays(1))
        {
            var (year, week) = (ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
            Assert.Equal(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), IsoWeek.Monday(date));
        }
    }

    [Fact]
    public void A_task_is_placed_in_a_week_by_any_of_its_days()
    {
        var taskAllocation = new TaskAllocation(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            new DateOnly(2026, 6, 7),
            90,
            isPinned: true
        );

        Assert.Equal(
            (new DateOnly(2026, 6, 1), 90, true),
            (taskAllocation.Week, taskAllocation.Minutes, taskAllocation.IsPinned)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_001)]
    public void Absurd_minutes_are_not_placed(int minutes) =>
        Sample.Refused("Minutes", () =>
            _ = new TaskAllocation(
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Sample.Today,
                minutes,
                isPinned: false
            )
        );
}
