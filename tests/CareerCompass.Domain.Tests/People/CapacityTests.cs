using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.People;

public sealed class CapacityTests
{
    private static readonly DateOnly Monday = new(2027, 3, 1);
    private static readonly WeekMinutes[] FiveHours = [new(Monday.AddDays(-70), 300)];

    [Theory]
    [InlineData("", 300)]
    [InlineData("0-0", 255)] // 257 rounded down to quarters of an hour
    [InlineData("5-6", 210)]
    [InlineData("5-9", 210)]
    [InlineData("-9-1", 210)]
    [InlineData("1-3 2-4", 120)] // overlapping days off count once
    [InlineData("0-5", 30)]
    [InlineData("0-6", 0)]
    [InlineData("-7--1 7-13", 300)]
    public void A_day_off_takes_a_seventh_of_its_week(string off, int minutes)
    {
        var spans = off.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Span).ToList();

        Assert.All(Enumerable.Range(0, 7), day =>
            Assert.Equal(minutes, Capacity.AvailableMinutesInWeek(FiveHours, spans, Monday.AddDays(day)))
        );
    }

    [Fact]
    public void Hours_that_begin_in_a_week_hold_for_all_of_it() =>
        Assert.Equal(600, Capacity.AvailableMinutesInWeek([.. FiveHours, new(Monday, 600)], [], Monday));

    private static DaySpan Span(string text)
    {
        var at = text.IndexOf('-', 1);
        return new(
            Monday.AddDays(int.Parse(text[..at], System.Globalization.CultureInfo.InvariantCulture)),
            Monday.AddDays(int.Parse(text[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture))
        );
    }
}
