using System.Collections.Concurrent;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

internal sealed class SweepWalk(CompassDb db, DateTime now, ConcurrentBag<Exception> failures, ILogger log)
{
    private const int BatchSize = 500;

    private const string SkipLocked = " FOR UPDATE SKIP LOCKED";

    /// <summary>Two queries, each with its own index. With OR neither index would be used.</summary>
    private static readonly string[] DueQueries =
    [
        """
            SELECT "Id" AS "Value" FROM "People" WHERE "NextReviewAt" <= {0} ORDER BY "NextReviewAt" LIMIT {1}
            """,
        """
            SELECT "Id" AS "Value" FROM "People" WHERE "NextEvaluationAt" <= {0} ORDER BY "NextEvaluationAt" LIMIT {1}
            """,
    ];

    private readonly HashSet<Guid> skipped = [];

    /// <param name="onFullBatch">Lets the caller start another walk.</param>
    public async Task<int> RunAsync(Action? onFullBatch, CancellationToken cancellation)
    {
        // A failed batch is swept again person by person, so savepoints are not needed
        db.Database.AutoSavepointsEnabled = false;
        var opened = 0;
        foreach (var query in DueQueries)
        {
            var due = BatchSize;
            while (due > 0 && !cancellation.IsCancellationRequested)
            {
                (due, var openedHere) = await SweepBatchAsync(query, cancellation);
                opened += openedHere;
                if (due == BatchSize)
                {
                    onFullBatch?.Invoke();
                }
            }
        }

        return opened;
    }

    private async Task<(int Due, int Opened)> SweepBatchAsync(string query, CancellationToken cancellation)
    {
        List<Guid> due = [];
        try
        {
            // On SQLite only the save runs in a transaction, so that reading blocks no writer
            await using var transaction =
                db is PostgresCompassDb ? await db.Database.BeginTransactionAsync(cancellation) : null;
            if (transaction is not null)
            {
                // PostgreSQL overestimates these small queries: JIT and parallel workers would cost more than they save
                await db.Database.ExecuteSqlRawAsync(
                    "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0",
                    cancellation
                );
            }

            due = await FindDueAsync(query, cancellation);
            var opened = due.Count == 0 ? 0 : await SweepAsync(due, cancellation);
            await (transaction?.CommitAsync(cancellation) ?? Task.CompletedTask);
            return (due.Count, opened);
        }
        catch (Exception error) when (due.Count > 0 && !cancellation.IsCancellationRequested)
        {
            log.LogWarning(error, "A batch of {Count} people could not be swept; trying one by one", due.Count);
            var opened = 0;
            foreach (var person in due)
            {
                opened += await SweepOneAsync(person, cancellation);
            }

            return (due.Count, opened);
        }
    }

    /// <summary>On PostgreSQL the people stay locked until the transaction ends.</summary>
    private async Task<List<Guid>> FindDueAsync(string query, CancellationToken cancellation)
    {
        var sql = db is PostgresCompassDb ? query + SkipLocked : query;
        var due = await db.Database.SqlQueryRaw<Guid>(sql, now, BatchSize + skipped.Count).ToListAsync(cancellation);
        return [.. due.Where(person => !skipped.Contains(person))];
    }

    private async Task<int> SweepOneAsync(Guid person, CancellationToken cancellation)
    {
        try
        {
            return await SweepAsync([person], cancellation);
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            log.LogInformation(
                "Person {Person} was changed by another request: {Reason}",
                person,
                conflict.GetBaseException().Message
            );
            skipped.Add(person);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(error, "Person {Person} could not be swept", person);
            failures.Add(error);
            skipped.Add(person);
        }

        return 0;
    }

    private async Task<int> SweepAsync(List<Guid> ids, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var people = await db
            .People.IgnoreQueryFilters([QueryFilters.Owner])
            .AsNoTracking()
            .Where(person => ids.Contains(person.Id))
            .ToListAsync(cancellation);
        await PauseEnd.ResumeGoalsAsync(db, people, now, cancellation);
        var context = await SweepContext.LoadAsync(db, people, now, cancellation);
        var results = people.ConvertAll(person => PersonSweep.Evaluate(person, context, now));
        await SweepWriter.SaveAsync(db, results, cancellation);
        return results.Count(result => result.Review is not null);
    }
}
