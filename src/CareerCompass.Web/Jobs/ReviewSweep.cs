using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>
/// Opens the reviews that have come due, looks at everyone's goals once a local day, raises prompts and owes reminders.
/// Runs as often as one likes and in as many processes: unique keys and the instants it saw make each thing happen once.
/// </summary>
public sealed class ReviewSweep(CompassDb db, IServiceScopeFactory scopes, ILogger<ReviewSweep> log)
{
    private const int BatchSize = 500;

    private const string PassOver = " FOR UPDATE SKIP LOCKED";

    /// <summary>Who is due: two walks along an index, from whoever has waited longest, reviews first. With "OR" there would be none to walk.</summary>
    private static readonly string[] Due =
    [
        """SELECT "Id" AS "Value" FROM "People" WHERE "NextReviewAt" <= {0} ORDER BY "NextReviewAt" LIMIT {1}""",
        """SELECT "Id" AS "Value" FROM "People" WHERE "NextEvaluationAt" <= {0} ORDER BY "NextEvaluationAt" LIMIT {1}""",
    ];

    private readonly HashSet<Guid> passedOver = [];
    private readonly List<Exception> failures = [];
    private int helpers = db is PostgresCompassDb ? 3 : 0; // SQLite has one writer at a time

    /// <returns>How many reviews it opened.</returns>
    /// <exception cref="AggregateException">Somebody could not be swept. All others were.</exception>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        db.Database.AutoSavepointsEnabled = false; // what fails is swept anew, person by person
        var opened = 0;
        List<Task<int>> help = [];
        try
        {
            foreach (var which in Due)
            {
                var due = BatchSize;
                while (due > 0 && !cancellation.IsCancellationRequested)
                {
                    (due, var here) = await NextAsync(which, now, cancellation);
                    opened += here;
                    if (due == BatchSize && help.Count < helpers)
                    {
                        help.Add(HelpAsync(now, cancellation));
                    }
                }
            }
        }
        finally
        {
            foreach (var walk in help)
            {
                try
                {
                    opened += await walk;
                }
                catch (AggregateException theirs)
                {
                    failures.AddRange(theirs.InnerExceptions);
                }
            }
        }

        return failures.Count == 0 ? opened : throw new AggregateException(failures);
    }

    /// <summary>The database works on some batches while we work out another: several walks, as several instances would.</summary>
    private async Task<int> HelpAsync(DateTime now, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var helper = scope.ServiceProvider.GetRequiredService<ReviewSweep>();
        helper.helpers = 0;
        return await helper.RunAsync(now, cancellation);
    }

    /// <summary>A batch of people in one transaction; should that fail, one by one.</summary>
    private async Task<(int Due, int Opened)> NextAsync(string which, DateTime now, CancellationToken cancellation)
    {
        List<Guid> due = [];
        try
        {
            // With SQLite the one transaction is that of saving, so that nobody who saves a page waits for what is read here
            await using var transaction = db is PostgresCompassDb ? await db.Database.BeginTransactionAsync(cancellation) : null;
            if (transaction is not null)
            {
                // Where there are many people it expects far more rows than come, and would compile each statement, which takes
                // longer than running it, and share it among workers, where several walks share the processors already
                await db.Database.ExecuteSqlRawAsync("SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0", cancellation);
            }

            due = await DueAsync(which, now, cancellation);
            var opened = due.Count == 0 ? 0 : await SweepAsync(due, now, cancellation);
            await (transaction?.CommitAsync(cancellation) ?? Task.CompletedTask);
            return (due.Count, opened);
        }
        catch (Exception) when (due.Count > 0 && !cancellation.IsCancellationRequested)
        {
            var opened = 0;
            foreach (var person in due)
            {
                opened += await AloneAsync(person, now, cancellation);
            }

            return (due.Count, opened);
        }
    }

    /// <summary>Who is due and, on PostgreSQL, not just being swept by another instance; they are ours until the transaction ends.</summary>
    private async Task<List<Guid>> DueAsync(string which, DateTime now, CancellationToken cancellation)
    {
        var due = await db.Database.SqlQueryRaw<Guid>(db is PostgresCompassDb ? which + PassOver : which, now, BatchSize + passedOver.Count).ToListAsync(cancellation);
        return [.. due.Where(person => !passedOver.Contains(person))];
    }

    private async Task<int> AloneAsync(Guid person, DateTime now, CancellationToken cancellation)
    {
        try
        {
            return await SweepAsync([person], now, cancellation);
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            log.LogInformation("Somebody else changed a person at the same time: {Reason}", conflict.GetBaseException().Message);
            passedOver.Add(person);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(error, "Person {Person} could not be swept", person);
            failures.Add(error);
            passedOver.Add(person);
        }

        return 0;
    }

    private async Task<int> SweepAsync(List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var people = await Of(db.People).AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellation);
        await EndPausesAsync(people, ids, now, cancellation);
        var history = await SweepHistory.ReadAsync(db, people, now, cancellation);
        var made = new SweepYield();
        foreach (var person in people)
        {
            made.Begin(person);
            Sweep(person, history, made, now);
        }

        await made.SaveAsync(db, cancellation);
        return made.Reviews.Count;
    }

    private static void Sweep(Person person, SweepHistory history, SweepYield made, DateTime now)
    {
        var goals = history.Facts[person.Id].ToList();
        if (goals.Count == 0)
        {
            DailyLook.Look(person, history, made, now, opens: false); // what was asked has no subject any more
            person.ClearSchedule();
            return;
        }

        var last = history.Last(person.Id);
        var due = person.FindDueReview(last, now);
        var opens = due is not null && goals.Exists(goal => goal.State == GoalState.Active);
        if (opens)
        {
            Open(person, due!, made, now);
            last = last.With(due!.Kind, due.Date);
        }

        if (person.NextReviewAt <= now || opens)
        {
            person.ScheduleReview(last, now);
        }

        if (person.NextEvaluationAt <= now || opens)
        {
            DailyLook.Look(person, history, made, now, opens);
            person.MarkEvaluated(now);
        }
    }

    private static void Open(Person person, ScheduledReview due, SweepYield made, DateTime now)
    {
        var review = new Review(person.Id, due, now);
        review.ScheduleNudge(person, now);
        made.Reviews.Add(review);
        if (person.RemindersEnabled)
        {
            made.Messages.Add(new Message(person.Id, MessageKind.ReviewReminder, Message.ReminderOccasion(review), review.Id, now));
        }
    }

    private async Task EndPausesAsync(List<Person> people, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        var latest = DateOnly.FromDateTime(now).AddDays(1);
        var paused = await Of(db.Goals).Where(goal => ids.Contains(goal.OwnerId) && goal.State == GoalState.Paused && goal.PausedUntil <= latest)
            .Include(goal => goal.Milestones).Include(goal => goal.Tasks).AsSplitQuery().ToListAsync(cancellation);
        if (paused.Count == 0)
        {
            return;
        }

        var goals = paused.Select(goal => goal.Id).ToList();
        var revisions = await Of(db.Revisions).Where(revision => goals.Contains(revision.GoalId))
            .GroupBy(revision => revision.GoalId).Select(group => group.OrderByDescending(revision => revision.Number).First())
            .ToDictionaryAsync(revision => revision.GoalId, cancellation);
        var todays = people.ToDictionary(person => person.Id, person => person.Today(now));
        foreach (var goal in paused.Where(goal => goal.ResumeIfPauseEnded(todays[goal.OwnerId])))
        {
            db.Revisions.Add(Revision.RecordSealed(goal, revisions.GetValueOrDefault(goal.Id), null, now));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static IQueryable<T> Of<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([Filters.Owner]);
}
