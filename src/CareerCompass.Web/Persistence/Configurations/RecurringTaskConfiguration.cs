using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class RecurringTaskConfiguration : IEntityTypeConfiguration<RecurringTask>
{
    public void Configure(EntityTypeBuilder<RecurringTask> recurringTask)
    {
        GoalConfiguration.BelongsToGoal(recurringTask);
        recurringTask.HasAlternateKey(s => new { s.GoalId, s.Id });
        recurringTask.Property(s => s.Title).HasMaxLength(Limits.MaxTitleLength);
        recurringTask.Property(s => s.Rule).HasMaxLength(Limits.MaxTitleLength);
    }
}
