namespace CareerCompass.Web.Operations;

/// <summary>Development can shift it with the setting Clock:Offset, so that a review becomes due.</summary>
public sealed class AppClock(IConfiguration configuration, IHostEnvironment environment) : TimeProvider
{
    private readonly bool allowsTestTime = environment.IsDevelopment();

    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return allowsTestTime && configuration.GetValue<TimeSpan?>("Clock:Offset") is { } offset ? now + offset : now;
    }
}
