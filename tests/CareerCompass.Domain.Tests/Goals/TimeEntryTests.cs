using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class TimeEntryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_440)]
    public void A_day_holds_up_to_24_hours(int minutes) => Assert.Equal(minutes, Log(Sample.Today, minutes).Minutes);

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(1_441)]
    [InlineData(int.MaxValue)]
    public void Minutes_that_do_not_fit_in_a_day_are_refused(int minutes) =>
        Sample.Refused("Time", () => Log(Sample.Today, minutes));

    [Fact]
    public void Effort_is_logged_for_today_and_up_to_a_year_back()
    {
        Assert.Equal(Sample.Today, Log(Sample.Today, 30).Day);
        Assert.Equal(Sample.Today.AddYears(-1), Log(Sample.Today.AddYears(-1), 30).Day);
        Sample.Refused("Day", () => Log(Sample.Today.AddDays(1), 30));
        Sample.Refused("Day", () => Log(Sample.Today.AddYears(-1).AddDays(-1), 30));
    }

    [Fact]
    public void Effort_comes_back_from_Trash()
    {
        var timeEntry = Log(Sample.Today, 30);
        timeEntry.Trash(Sample.Now);
        timeEntry.Trash(Sample.Now.AddDays(1));
        Assert.Equal(Sample.Now, timeEntry.TrashedAt);

        timeEntry.Restore();
        Assert.Null(timeEntry.TrashedAt);
    }

    private static TimeEntry Log(DateOnly day, int minutes) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), null, day, minutes, Sample.Today);
}
