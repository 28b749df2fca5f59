using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class PlanTaskConfiguration : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.HasAlternateKey(t => new { t.GoalId, t.Id });
        task.Property(t => t.Title).HasMaxLength(Limits.MaxTitleLength);
        task.Property(t => t.Notes).HasMaxLength(Limits.MaxNotesLength);
        task.Property(t => t.Obstacle).HasMaxLength(Limits.MaxShortTextLength);
        task.Property(t => t.IfThen).HasMaxLength(Limits.MaxShortTextLength);
        task.HasOne<Milestone>()
            .WithMany()
            .HasForeignKey(t => new { t.GoalId, t.MilestoneId })
            .HasPrincipalKey(m => new { m.GoalId, m.Id })
            .OnDelete(DeleteBehavior.NoAction);
        task.HasOne<RecurringTask>()
            .WithMany()
            .HasForeignKey(t => new { t.GoalId, t.RecurringTaskId })
            .HasPrincipalKey(s => new { s.GoalId, s.Id })
            .OnDelete(DeleteBehavior.NoAction);
        task.HasTrashIndex();

        // Prevents concurrent ticks from creating two next occurrences
        task.HasIndex(t => new { t.RecurringTaskId, t.DueOn }).IsUnique().HasFilter("\"TrashedAt\" IS NULL");
    }
}
