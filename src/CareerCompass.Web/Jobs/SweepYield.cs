using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CareerCompass.Web.Jobs;

/// <summary>What the sweep of a batch of people comes to, to be written at once.</summary>
internal sealed class SweepYield
{
    private static readonly string[] Instants = ["$id", "$review", "$look", "$looked", "$old_review", "$old_look"];

    private readonly List<(Person Person, DateTime? Review, DateTime? Look)> people = [];

    public List<Review> Reviews { get; } = [];

    public List<Message> Messages { get; } = [];

    public List<Prompt> Prompts { get; } = [];

    public List<ForecastRecord> ForecastRecords { get; } = [];

    /// <summary>A person about to be swept; the instants as they stand now have to be unchanged when the sweep is written.</summary>
    public void Begin(Person person) => people.Add((person, person.NextReviewAt, person.NextEvaluationAt));

    /// <exception cref="DbUpdateException">Somebody else changed something at the same time; see <see cref="Conflicts"/>.</exception>
    public async Task SaveAsync(CompassDb db, CancellationToken cancellation)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await MoveAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation); // prompts that were withdrawn
        await FoldAsync(db, cancellation);
        await db.InsertAsync(Reviews, cancellation);
        await db.InsertAsync(Messages, cancellation);
        await db.InsertAsync(Prompts, cancellation);
        await db.InsertAsync(ForecastRecords, cancellation);
        await (own?.CommitAsync(cancellation) ?? Task.CompletedTask);
    }

    /// <summary>The next review of whoever opens one passes over the last.</summary>
    private async Task FoldAsync(CompassDb db, CancellationToken cancellation)
    {
        var owners = Reviews.Select(review => review.OwnerId).ToList();
        if (owners.Count > 0)
        {
            await db.Reviews.IgnoreQueryFilters([Filters.Owner]).Where(review => owners.Contains(review.OwnerId) && review.State == ReviewState.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(review => review.State, ReviewState.Folded).SetProperty(review => review.Version, review => review.Version + 1), cancellation);
        }
    }

    private async Task MoveAsync(CompassDb db, CancellationToken cancellation)
    {
        var moved = people.Where(row => (row.Person.NextReviewAt, row.Person.NextEvaluationAt) != (row.Review, row.Look)).ToList();
        var unchanged = db is PostgresCompassDb ? await MoveOnPostgresAsync(db, moved, cancellation) : MoveOnSqlite(db, moved);
        if (unchanged < moved.Count)
        {
            throw new DbUpdateConcurrencyException("Somebody else moved a person's instants at the same time.");
        }
    }

    private static async Task<int> MoveOnPostgresAsync(CompassDb db, List<(Person Person, DateTime? Review, DateTime? Look)> moved, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE "People" p SET "NextReviewAt" = v.review, "NextEvaluationAt" = v.look, "LastEvaluatedAt" = v.looked
            FROM unnest($1, $2, $3, $4, $5, $6) AS v(id, review, look, looked, old_review, old_look)
            WHERE p."Id" = v.id AND p."NextReviewAt" IS NOT DISTINCT FROM v.old_review AND p."NextEvaluationAt" IS NOT DISTINCT FROM v.old_look
            """,
            (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = moved.Select(row => row.Person.Id).ToArray() },
                new() { Value = moved.Select(row => row.Person.NextReviewAt).ToArray() },
                new() { Value = moved.Select(row => row.Person.NextEvaluationAt).ToArray() },
                new() { Value = moved.Select(row => row.Person.LastEvaluatedAt).ToArray() },
                new() { Value = moved.Select(row => row.Review).ToArray() },
                new() { Value = moved.Select(row => row.Look).ToArray() },
            },
        };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static int MoveOnSqlite(CompassDb db, List<(Person Person, DateTime? Review, DateTime? Look)> moved)
    {
        using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = """
            UPDATE "People" SET "NextReviewAt" = $review, "NextEvaluationAt" = $look, "LastEvaluatedAt" = $looked
            WHERE "Id" = $id AND "NextReviewAt" IS $old_review AND "NextEvaluationAt" IS $old_look
            """;
        var parameters = Instants.Select(name => command.Parameters.Add(new SqliteParameter(name, DBNull.Value))).ToList();
        command.Prepare();
        var unchanged = 0;
        foreach (var (person, review, look) in moved)
        {
            object?[] values = [person.Id, person.NextReviewAt, person.NextEvaluationAt, person.LastEvaluatedAt, review, look];
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            unchanged += command.ExecuteNonQuery();
        }

        return unchanged;
    }
}
