using CareerCompass.Web.Mail;
using Cronos;

namespace CareerCompass.Web.Jobs;

/// <summary>
/// A job may run twice at once, late, or not at all: each run does what is due by then, exactly once.
/// </summary>
public sealed record RecurringJob(
    string Name,
    string Schedule,
    Func<IServiceProvider, DateTime, CancellationToken, Task<int>> Run
)
{
    private const string EveryMinute = "* * * * *";

    public static readonly RecurringJob Reviews = new(
        "reviews",
        EveryMinute,
        Running<ReviewSweep>((sweep, now, stop) => sweep.RunAsync(now, stop))
    );

    public static readonly RecurringJob Nudges = new(
        "nudges",
        EveryMinute,
        Running<ReviewNudges>((nudges, now, stop) => nudges.RunAsync(now, stop))
    );

    public static readonly RecurringJob Delivery = new(
        "delivery",
        EveryMinute,
        Running<OutboxDelivery>((mail, now, stop) => mail.RunAsync(now, stop))
    );

    public static readonly RecurringJob Housekeeping = new(
        "housekeeping",
        "17 3 * * *",
        Running<Housekeeping>((work, now, stop) => work.RunAsync(now, stop))
    );

    public static readonly RecurringJob Backup = new(
        "backup",
        "41 3 * * *",
        Running<NightlyBackup>((backup, now, stop) => backup.RunAsync(now, stop))
    );

    public static readonly IReadOnlyList<RecurringJob> All = [Reviews, Nudges, Delivery, Housekeeping, Backup];

    public static RecurringJob? Find(string name) => All.FirstOrDefault(job => job.Name == name);

    public DateTime? NextAfter(DateTime instant) => CronExpression.Parse(Schedule).GetNextOccurrence(instant);

    private static Func<IServiceProvider, DateTime, CancellationToken, Task<int>> Running<TJob>(
        Func<TJob, DateTime, CancellationToken, Task<int>> run
    )
        where TJob : notnull => (services, now, stop) => run(services.GetRequiredService<TJob>(), now, stop);
}
