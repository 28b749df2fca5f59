using Microsoft.Extensions.Time.Testing;

namespace CareerCompass.Web.Tests.Support;

/// <summary>A clock that stands where it is put. What is measured with it takes the time that it really takes.</summary>
public sealed class TestClock(DateTime start) : FakeTimeProvider(start)
{
    /// <summary>UTC.</summary>
    public DateTime Now
    {
        get => GetUtcNow().UtcDateTime;
        set => AdjustTime(DateTime.SpecifyKind(value, DateTimeKind.Utc));
    }

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp();
}
