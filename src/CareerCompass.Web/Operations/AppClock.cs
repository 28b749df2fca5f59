namespace CareerCompass.Web.Operations;

/// <summary>The system's clock; in Development moved by the setting Clock:Offset, read anew each time, so that anyone can watch a review come due.</summary>
public sealed class AppClock(IConfiguration configuration, IHostEnvironment environment) : TimeProvider
{
    private readonly bool allowsTestTime = environment.IsDevelopment();

    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return allowsTestTime && configuration.GetValue<TimeSpan?>("Clock:Offset") is { } offset ? now + offset : now;
    }
}
