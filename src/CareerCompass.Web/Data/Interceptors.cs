using System.Data.Common;
using System.Runtime.CompilerServices;
using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CareerCompass.Web.Data;

/// <summary>What every SQLite connection is told before its first use: lose nothing, wait for others, hold foreign keys.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;";

    // The pool hands a connection out again as it was left, so that it need not be told once more
    private readonly ConditionalWeakTable<sqlite3, object> prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    // SQLite answers in-process: there is nothing to await
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Apply(SqliteConnection connection)
    {
        if (prepared.TryGetValue(connection.Handle!, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        prepared.AddOrUpdate(connection.Handle!, Pragmas);
    }
}

/// <summary>Raises the version of what people edit, so that a form filled from an older one is noticed.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    /// <summary>Ticks and the sweep's own instants are not edits: no form turns stale because of them.</summary>
    private static readonly HashSet<string> UnversionedProperties =
    [
        nameof(PlanTask.DoneOn), nameof(PlanTask.DoneAt), nameof(Milestone.ReachedOn), nameof(PlanTask.Position), nameof(Goal.Priority),
        nameof(Person.NextReviewAt), nameof(Person.NextEvaluationAt), nameof(CheckIn.NextStepDoneAt),
        nameof(Review.RemindOn), nameof(Review.RemindAt), nameof(Review.IsSnoozed), nameof(Review.NudgedAt),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        RaiseVersions(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        RaiseVersions(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void RaiseVersions(DbContext? context)
    {
        foreach (var entry in context!.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            if (entry.Properties.Any(property => property.IsModified && !UnversionedProperties.Contains(property.Metadata.Name))
                || entry.ComplexProperties.Any(property => property.IsModified))
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
    }
}
