namespace CareerCompass.Web.Jobs;

/// <summary>A recurring job: its name, when it ticks (Quartz cron, UTC), and what it does at an instant, returning how much.</summary>
/// <param name="Shared">Several instances may be at it together: one that is long at it is joined by another at the next tick.</param>
public sealed record Job(string Name, string Cron, Func<IServiceProvider, DateTime, CancellationToken, Task<int>> Run, bool Shared = false)
{
    private const string EachMinute = "0 * * * * ?";

    public static readonly Job Sweep = new("sweep", EachMinute, (services, now, cancellation) => services.GetRequiredService<ReviewSweep>().RunAsync(now, cancellation), Shared: true);

    public static readonly Job Nudges = new("nudges", EachMinute, (services, now, cancellation) => services.GetRequiredService<ReviewNudges>().RunAsync(now, cancellation));

    public static readonly Job Delivery = new("delivery", EachMinute, (services, now, cancellation) => services.GetRequiredService<MailDelivery>().RunAsync(now, cancellation), Shared: true);

    public static readonly Job Cleaning = new("housekeeping", "0 17 3 * * ?", (services, now, cancellation) => services.GetRequiredService<Housekeeping>().RunAsync(now, cancellation));

    public static readonly Job Backup = new("backup", "0 41 3 * * ?", (services, now, cancellation) => services.GetRequiredService<NightlyBackup>().RunAsync(now, cancellation));

    public static readonly IReadOnlyList<Job> All = [Sweep, Nudges, Delivery, Cleaning, Backup];
}
