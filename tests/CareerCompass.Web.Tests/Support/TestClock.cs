using Microsoft.Extensions.Time.Testing;

namespace CareerCompass.Web.Tests.Support;

/// <summary>A clock with a fixed time. Its timestamps still advance, for measurements.</summary>
public sealed class TestClock(DateTime start) : FakeTimeProvider(start)
{
    public DateTime Now
    {
        get => GetUtcNow().UtcDateTime;
        set => AdjustTime(DateTime.SpecifyKind(value, DateTimeKind.Utc));
    }

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp();
}
