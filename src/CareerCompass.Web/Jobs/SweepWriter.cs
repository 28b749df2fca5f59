using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CareerCompass.Web.Jobs;

internal static class SweepWriter
{
    private static readonly string[] ParameterNames =
    [
        "$id",
        "$review",
        "$evaluation",
        "$evaluated",
        "$old_review",
        "$old_evaluation",
    ];

    /// <exception cref="DbUpdateException">A concurrent change was detected; see <see cref="Conflicts"/>.</exception>
    public static async Task SaveAsync(CompassDb db, IReadOnlyList<SweepResult> results, CancellationToken cancellation)
    {
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellation)
            : null;
        await RescheduleAsync(db, [.. results.Where(result => result.IsRescheduled)], cancellation);
        await db.SaveChangesAsync(cancellation);
        List<Review> reviews = [.. results.Select(result => result.Review).OfType<Review>()];
        await FoldOpenReviewsAsync(db, [.. reviews.Select(review => review.OwnerId)], cancellation);
        await db.InsertAsync(reviews, cancellation);
        await db.InsertAsync([.. results.Select(result => result.Reminder).OfType<OutboxMessage>()], cancellation);
        var evaluations = results.Select(result => result.Evaluation).ToList();
        await db.InsertAsync([.. evaluations.SelectMany(evaluation => evaluation.Prompts)], cancellation);
        await db.InsertAsync([.. evaluations.SelectMany(evaluation => evaluation.ForecastRecords)], cancellation);
        await db.InsertAsync([.. evaluations.SelectMany(evaluation => evaluation.WeekPlan)], cancellation);
        await (own?.CommitAsync(cancellation) ?? Task.CompletedTask);
    }

    private static async Task FoldOpenReviewsAsync(CompassDb db, List<Guid> owners, CancellationToken cancellation)
    {
        if (owners.Count == 0)
        {
            return;
        }

        await db
            .Reviews.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(review => owners.Contains(review.OwnerId) && review.State == ReviewState.Open)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(review => review.State, ReviewState.Folded)
                        .SetProperty(review => review.Version, review => review.Version + 1),
                cancellation
            );
    }

    private static async Task RescheduleAsync(CompassDb db, List<SweepResult> results, CancellationToken cancellation)
    {
        var written =
            db is PostgresCompassDb
                ? await RescheduleOnPostgresAsync(db, results, cancellation)
                : RescheduleOnSqlite(db, results);
        if (written < results.Count)
        {
            throw new DbUpdateConcurrencyException("Another request rescheduled a person at the same time.");
        }
    }

    private static async Task<int> RescheduleOnPostgresAsync(
        CompassDb db,
        List<SweepResult> results,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE "People" p
            SET "NextReviewAt" = v.review, "NextEvaluationAt" = v.evaluation, "LastEvaluatedAt" = v.evaluated
            FROM unnest($1, $2, $3, $4, $5, $6) AS v(id, review, evaluation, evaluated, old_review, old_evaluation)
            WHERE p."Id" = v.id
                AND p."NextReviewAt" IS NOT DISTINCT FROM v.old_review
                AND p."NextEvaluationAt" IS NOT DISTINCT FROM v.old_evaluation
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters =
            {
                new() { Value = results.Select(row => row.Person.Id).ToArray() },
                new() { Value = results.Select(row => row.Person.NextReviewAt).ToArray() },
                new() { Value = results.Select(row => row.Person.NextEvaluationAt).ToArray() },
                new() { Value = results.Select(row => row.Person.LastEvaluatedAt).ToArray() },
                new() { Value = results.Select(row => row.ReviewWasDueAt).ToArray() },
                new() { Value = results.Select(row => row.EvaluationWasDueAt).ToArray() },
            },
        };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static int RescheduleOnSqlite(CompassDb db, List<SweepResult> results)
    {
        using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = """
            UPDATE "People"
            SET "NextReviewAt" = $review, "NextEvaluationAt" = $evaluation, "LastEvaluatedAt" = $evaluated
            WHERE "Id" = $id AND "NextReviewAt" IS $old_review AND "NextEvaluationAt" IS $old_evaluation
            """;
        var parameters = ParameterNames
            .Select(name => command.Parameters.Add(new SqliteParameter(name, DBNull.Value)))
            .ToList();
        command.Prepare();
        var written = 0;
        foreach (var result in results)
        {
            var person = result.Person;
            object?[] values =
            [
                person.Id,
                person.NextReviewAt,
                person.NextEvaluationAt,
                person.LastEvaluatedAt,
                result.ReviewWasDueAt,
                result.EvaluationWasDueAt,
            ];
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            written += command.ExecuteNonQuery();
        }

        return written;
    }
}
