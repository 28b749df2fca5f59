using System.Diagnostics;

namespace CareerCompass.Web.Tests.Support;

internal static class Poll
{
    public static async Task UntilAsync(Func<Task<bool>> done, Func<string> explain, int seconds = 120)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await done())
        {
            Assert.True(
                Stopwatch.GetElapsedTime(started).TotalSeconds < seconds,
                $"Nothing happened for {seconds} seconds. {explain()}"
            );
            await Task.Delay(50);
        }
    }
}
