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
}
