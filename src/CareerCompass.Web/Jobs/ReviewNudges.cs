using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>Walks an index of reviews with a mail ahead and stops at the first that is not due.</summary>
public sealed class ReviewNudges(CompassDb db, ILogger<ReviewNudges> log)
{
    private const int BatchSize = 500;

    private readonly HashSet<Guid> skipped = [];

    /// <returns>The number of messages enqueued.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var enqueued = 0;
        var due = BatchSize;
        while (due == BatchSize && !cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            var rows = await DueAsync(now, cancellation);
            due = rows.Count;
            try
            {
                enqueued += due == 0 ? 0 : await EnqueueAsync(rows, now, cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                log.LogWarning(error, "A batch of {Count} reviews could not be nudged; trying one by one", due);
                foreach (var row in await DueAsync(now, cancellation))
                {
                    enqueued += await EnqueueOneAsync(row, now, cancellation);
                }
            }
        }

        return enqueued;
    }

    private async Task<List<DueReview>> DueAsync(DateTime now, CancellationToken cancellation)
    {
        // The earliest local date in any zone
        var yesterday = DateOnly.FromDateTime(now).AddDays(-1);
        var rows = await db
            .Reviews.OfAllOwners()
            .AsNoTracking()
            .Where(review => review.RemindAt <= now)
            .OrderBy(review => review.RemindAt)
            .Take(BatchSize + skipped.Count)
            .Select(review => new DueReview(
                review,
                db.People.First(person => person.Id == review.OwnerId),
                db.Goals.Any(goal => goal.OwnerId == review.OwnerId && goal.State == GoalState.Active),
                db.TimeOff.Where(off => off.OwnerId == review.OwnerId && off.LastDay >= yesterday).ToList()
            ))
            .AsSingleQuery()
            .ToListAsync(cancellation);
        return [.. rows.Where(row => !skipped.Contains(row.Review.Id))];
    }

    private async Task<int> EnqueueOneAsync(DueReview row, DateTime now, CancellationToken cancellation)
    {
        try
        {
            return await EnqueueAsync([row], now, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(
                "The second reminder for review {Review} could not be added to the outbox: {Error}",
                row.Review.Id,
                error.GetBaseException().GetType().Name
            );
            skipped.Add(row.Review.Id);
            return 0;
        }
    }

    private async Task<int> EnqueueAsync(List<DueReview> rows, DateTime now, CancellationToken cancellation)
    {
        var (outboxMessages, planned) = (new List<OutboxMessage>(), new List<(Review Review, DateTime? Saw)>());
        foreach (var (review, person, isActive, off) in rows)
        {
            var (today, day, saw) = (person.Today(now), review.RemindOn, review.RemindAt);
            var mail = review.TakeDueEmail(
                person,
                !isActive || off.Exists(days => days.FirstDay <= today && days.LastDay >= today),
                now
            );
            planned.Add((review, saw));
            if (mail is { } which)
            {
                outboxMessages.Add(
                    which == ReviewEmailKind.Nudge
                        ? new OutboxMessage(
                            review.OwnerId,
                            OutboxMessageKind.ReviewNudge,
                            OutboxMessage.NudgeOccasion(review),
                            review.Id,
                            now
                        )
                        : new OutboxMessage(
                            review.OwnerId,
                            OutboxMessageKind.ReviewReminder,
                            OutboxMessage.SnoozedOccasion(review, day!.Value),
                            review.Id,
                            now
                        )
                );
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await SaveRemindersAsync(planned, now, cancellation);
        await db.InsertAsync(outboxMessages, cancellation);
        await transaction.CommitAsync(cancellation);
        return outboxMessages.Count;
    }

    private async Task SaveRemindersAsync(
        List<(Review Review, DateTime? Saw)> planned,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var through = planned.Where(row => row.Review.RemindAt is null).ToList();
        var moved = 0;
        foreach (var kind in through.GroupBy(row => row.Review.NudgedAt))
        {
            var (ids, nudgedAt) = (kind.Select(row => row.Review.Id).ToList(), kind.Key);
            moved += await db
                .Reviews.OfAllOwners()
                .Where(review => ids.Contains(review.Id) && review.RemindAt <= now)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(review => review.RemindOn, (DateOnly?)null)
                            .SetProperty(review => review.RemindAt, (DateTime?)null)
                            .SetProperty(review => review.IsSnoozed, false)
                            .SetProperty(review => review.NudgedAt, nudgedAt),
                    cancellation
                );
        }

        foreach (var (review, saw) in planned.Except(through))
        {
            moved += await db
                .Reviews.OfAllOwners()
                .Where(row => row.Id == review.Id && row.RemindAt == saw)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.RemindOn, review.RemindOn)
                            .SetProperty(row => row.RemindAt, review.RemindAt)
                            .SetProperty(row => row.IsSnoozed, review.IsSnoozed),
                    cancellation
                );
        }

        if (moved < planned.Count)
        {
            throw new DbUpdateConcurrencyException("Another request changed a review at the same time.");
        }
    }

    private sealed record DueReview(Review Review, Person Person, bool IsActive, List<TimeOff> Off);
}
