using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>Cached for a few seconds, which saves each page a query.</summary>
public sealed class MailMonitor(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailMonitor> log)
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FailureWindow = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private MailHealthReport last = new(null, 0, 0);
    private long? readAt;

    public async ValueTask<MailHealthReport> StatusAsync()
    {
        lock (gate)
        {
            if (readAt is { } at && clock.GetElapsedTime(at) < CacheTime)
            {
                return last;
            }

            // One caller reads; concurrent ones get the previous result
            readAt = clock.GetTimestamp();
        }

        return await CheckAsync();
    }

    public async Task<MailHealthReport> CheckAsync(CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var (late, recently) = (now - MaxDelay, now - FailureWindow);
        var rows = await scope
            .ServiceProvider.GetRequiredService<CompassDb>()
            .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(outboxMessage =>
                (
                    (
                        outboxMessage.State == OutboxMessageState.Pending
                        || outboxMessage.State == OutboxMessageState.Sending
                    ) && (outboxMessage.Error != null || outboxMessage.DueAt < late)
                )
                || (
                    outboxMessage.State == OutboxMessageState.Failed
                    && outboxMessage.DueAt > recently
                    && outboxMessage.Fault != MailFaultKind.BadAddress
                )
            )
            .GroupBy(outboxMessage => new
            {
                outboxMessage.State,
                outboxMessage.Fault,
                Told = outboxMessage.Error != null,
            })
            .Select(group => new
            {
                group.Key.State,
                group.Key.Fault,
                group.Key.Told,
                Count = group.Count(),
            })
            .ToListAsync(cancellation);
        var condition = new MailHealthReport(
            rows.Where(row => row.Told)
                .Select(row => (MailFaultKind?)(row.Fault ?? MailFaultKind.NotComposed))
                .Order()
                .FirstOrDefault(),
            rows.Where(row => row.State != OutboxMessageState.Failed).Sum(row => row.Count),
            rows.Where(row => row.State == OutboxMessageState.Failed).Sum(row => row.Count)
        );
        Keep(condition);
        return condition;
    }

    private void Keep(MailHealthReport condition)
    {
        MailHealthReport before;
        lock (gate)
        {
            (before, last, readAt) = (last, condition, clock.GetTimestamp());
        }

        if (!condition.IsHealthy && (before.IsHealthy || before.Fault != condition.Fault))
        {
            log.LogWarning(
                "Mail delivery has a problem ({Fault}): {Waiting} messages are waiting, {Failed} have failed",
                condition.Fault?.ToString() ?? "delivery is not running",
                condition.Waiting,
                condition.Failed
            );
        }
        else if (condition.IsHealthy && !before.IsHealthy)
        {
            log.LogInformation("Mail delivery works again");
        }
    }
}
