using System.Collections.Concurrent;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Jobs;

/// <summary>
/// Opens due reviews, evaluates goals once a local day, raises prompts and enqueues reminders. Safe in several
/// processes: unique keys make each thing happen once.
/// </summary>
public sealed class ReviewSweep(CompassDb db, IServiceScopeFactory scopes, ILogger<ReviewSweep> log)
{
    /// <summary>Additional parallel walks while batches are full. SQLite has only one writer.</summary>
    private readonly int maxHelpers = db is PostgresCompassDb ? 3 : 0;

    /// <exception cref="AggregateException">Some people could not be swept. All others were.</exception>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var failures = new ConcurrentBag<Exception>();
        List<Task<int>> helpers = [];
        var walk = new SweepWalk(db, now, failures, log);
        var opened = await walk.RunAsync(
            () =>
            {
                if (helpers.Count < maxHelpers)
                {
                    helpers.Add(HelpAsync(now, failures, cancellation));
                }
            },
            cancellation
        );
        opened += (await Task.WhenAll(helpers)).Sum();
        return failures.IsEmpty ? opened : throw new AggregateException(failures);
    }

    private async Task<int> HelpAsync(DateTime now, ConcurrentBag<Exception> failures, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var walk = new SweepWalk(scope.ServiceProvider.GetRequiredService<CompassDb>(), now, failures, log);
        return await walk.RunAsync(onFullBatch: null, cancellation);
    }
}
