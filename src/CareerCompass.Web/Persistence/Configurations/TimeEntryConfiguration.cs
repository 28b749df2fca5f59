using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class TimeEntryConfiguration : IEntityTypeConfiguration<TimeEntry>
{
    public void Configure(EntityTypeBuilder<TimeEntry> timeEntry)
    {
        GoalConfiguration.BelongsToGoal(timeEntry);
        timeEntry
            .HasOne<PlanTask>()
            .WithMany()
            .HasForeignKey(e => new { e.GoalId, e.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id })
            .OnDelete(DeleteBehavior.NoAction);
        timeEntry.HasIndex(e => new { e.OwnerId, e.Day });
        timeEntry.HasTrashIndex();
    }
}
