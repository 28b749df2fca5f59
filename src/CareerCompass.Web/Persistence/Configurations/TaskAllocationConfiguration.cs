using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class TaskAllocationConfiguration : IEntityTypeConfiguration<TaskAllocation>
{
    public void Configure(EntityTypeBuilder<TaskAllocation> taskAllocation)
    {
        taskAllocation
            .HasOne<PlanTask>()
            .WithMany()
            .HasForeignKey(p => new { p.GoalId, p.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id })
            .OnDelete(DeleteBehavior.Cascade);
        taskAllocation
            .HasIndex(p => new
            {
                p.TaskId,
                p.Week,
                p.IsPinned,
            })
            .IsUnique();
        taskAllocation.HasIndex(p => new { p.OwnerId, p.Week });
    }
}
