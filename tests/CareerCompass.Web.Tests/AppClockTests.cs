using CareerCompass.Web.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace CareerCompass.Web.Tests;

public sealed class AppClockTests
{
    [Theory]
    [InlineData("Development", 8)]
    [InlineData("Production", 0)]
    public void The_clock_can_be_moved_in_Development_only(string environment, int days)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
        var clock = new AppClock(settings, new HostingEnvironment { EnvironmentName = environment });
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(clock.GetUtcNow() - now, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        settings["Clock:Offset"] = "8.00:00:00";

        Assert.InRange(
            clock.GetUtcNow() - now,
            TimeSpan.FromDays(days),
            TimeSpan.FromDays(days) + TimeSpan.FromMinutes(1)
        );
    }
}
