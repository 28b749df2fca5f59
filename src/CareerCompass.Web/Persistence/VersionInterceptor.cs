using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerCompass.Web.Persistence;

/// <summary>Increments the version of edited entities, so that stale forms are detected.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    /// <summary>Ticks and the sweep's timestamps are not edits and do not make forms stale.</summary>
    private static readonly HashSet<string> UnversionedProperties =
    [
        nameof(PlanTask.DoneOn),
        nameof(PlanTask.DoneAt),
        nameof(Milestone.ReachedOn),
        nameof(PlanTask.Position),
        nameof(Goal.Priority),
        nameof(Person.NextReviewAt),
        nameof(Person.NextEvaluationAt),
        nameof(CheckIn.NextStepDoneAt),
        nameof(Review.RemindOn),
        nameof(Review.RemindAt),
        nameof(Review.IsSnoozed),
        nameof(Review.NudgedAt),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        RaiseVersions(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        RaiseVersions(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void RaiseVersions(DbContext? context)
    {
        foreach (
            var entry in context!
                .ChangeTracker.Entries<IVersioned>()
                .Where(entry => entry.State == EntityState.Modified)
        )
        {
            if (
                entry.Properties.Any(property =>
                    property.IsModified && !UnversionedProperties.Contains(property.Metadata.Name)
                ) || entry.ComplexProperties.Any(property => property.IsModified)
            )
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
    }
}
