namespace CareerCompass.Web.Identity;

/// <summary>Answers that must not tell by their time whether an account exists go out on the next beat of a slow clock.</summary>
public static class ResponsePadding
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until a whole number of beats has passed since then: a hash or a write more or less makes no difference.</summary>
    public static Task WaitAsync(TimeProvider clock, long since)
    {
        var passed = clock.GetElapsedTime(since);
        return Task.Delay((Interval * Math.Ceiling(passed / Interval)) - passed);
    }
}
