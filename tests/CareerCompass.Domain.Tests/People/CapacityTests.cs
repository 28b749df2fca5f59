using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Tests.People;

public class CapacityTests
{
    [Fact]
    public void Capacity_holds_from_a_Monday_on() =>
        Assert.Equal(new DateOnly(2026, 6, 1), new Capacity(Guid.CreateVersion7(), Some.Today, 300).FromWeek);

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(6_001)]
    public void Absurd_hours_are_refused(int minutes)
    {
        var capacity = new Capacity(Guid.CreateVersion7(), Some.Today, 6_000);

        Some.Refused("Hours", () => capacity.Change(minutes));
        Assert.Equal(6_000, capacity.Minutes);
    }

    [Fact]
    public void Time_off_may_be_one_day_and_never_ends_before_it_starts()
    {
        Assert.Equal(Some.Today, new TimeOff(Guid.CreateVersion7(), Some.Today, Some.Today).LastDay);
        Some.Refused("LastDay", () => _ = new TimeOff(Guid.CreateVersion7(), Some.Today, Some.Today.AddDays(-1)));
    }
}
