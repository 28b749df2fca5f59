using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;

namespace CareerCompass.Web.Tests.Charts;

public sealed class TimeEntryCalendarTests
{
    // A Wednesday
    private static readonly DateOnly Today = new(2027, 3, 3);

    [Fact]
    public void The_last_column_is_this_week_and_the_first_is_the_one_a_year_before()
    {
        var calendar = TimeEntryCalendar.Create(new TimeTotals([]), Today);

        Assert.Equal((new DateOnly(2026, 3, 2), Today), (calendar.First, calendar.Last));
        Assert.Equal(TimeEntryCalendar.Weeks, calendar.Halves.Sum(half => half.Weeks));
        Assert.Equal((52 * 7) + 3, calendar.Halves.Sum(half => half.Cells.Count));
    }

    [Fact]
    public void Each_day_is_there_once_in_order_in_the_row_of_its_weekday()
    {
        var calendar = TimeEntryCalendar.Create(new TimeTotals([]), Today);
        var cells = calendar.Halves.SelectMany(half => half.Cells).ToList();

        Assert.All(cells.Select((cell, index) => (cell, index)), pair =>
            Assert.Equal(calendar.First.AddDays(pair.index), pair.cell.Day)
        );
        Assert.All(cells, cell => Assert.Equal(((int)cell.Day.DayOfWeek + 6) % 7 * TimeEntryCalendar.Pitch, cell.Y));
        Assert.All(calendar.Halves, half =>
            Assert.All(half.Cells, cell => Assert.InRange(cell.X, 0, half.Width - TimeEntryCalendar.CellSize))
        );
    }

    [Fact]
    public void A_day_has_its_minutes_and_their_ink()
    {
        var calendar = TimeEntryCalendar.Create(
            new TimeTotals([(Today, 40), (Today, 30), (Today.AddDays(-364), 10), (Today.AddDays(-500), 10)]),
            Today
        );

        Assert.Equal((70, 3), (calendar.Halves[1].Cells[^1].Minutes, calendar.Halves[1].Cells[^1].Intensity));
        Assert.Equal(80, calendar.Halves.Sum(half => half.Cells.Sum(cell => cell.Minutes)));
    }

    [Fact]
    public void Months_are_marked_over_the_week_of_their_first_day()
    {
        var months = TimeEntryCalendar
            .Create(new TimeTotals([]), Today)
            .Halves.SelectMany(half => half.Months)
            .ToList();
        Assert.InRange(months.Count, 10, 12);
        Assert.All(months, month => Assert.Equal(1, month.First.Day));
    }
}
