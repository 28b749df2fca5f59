using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.People;

public class WorkCalendarTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(10, 0)]
    [InlineData(0, 20)]
    [InlineData(12, 20)]
    [InlineData(13, 18)]
    public void Days_off_are_left_out_and_none_of_them_twice(int after, int upTo)
    {
        var workCalendar = new WorkCalendar([Span(14, 19), Span(11, 15), Span(12, 13)]);
        var expected = Enumerable
            .Range(after + 1, Math.Max(0, upTo - after))
            .Count(day => !workCalendar.IsDayOff(Sample.Today.AddDays(day)));

        Assert.Equal(
            expected,
            workCalendar.WorkingDaysBetween(Sample.Today.AddDays(after), Sample.Today.AddDays(upTo))
        );
    }

    private static DaySpan Span(int first, int last) => new(Sample.Today.AddDays(first), Sample.Today.AddDays(last));
}
