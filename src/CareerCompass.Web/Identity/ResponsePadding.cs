namespace CareerCompass.Web.Identity;

/// <summary>Delays responses to whole intervals, so that timing does not reveal whether an account exists.</summary>
public static class ResponsePadding
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public static Task WaitAsync(TimeProvider clock, long since)
    {
        var passed = clock.GetElapsedTime(since);
        return Task.Delay((Interval * Math.Ceiling(passed / Interval)) - passed);
    }
}
