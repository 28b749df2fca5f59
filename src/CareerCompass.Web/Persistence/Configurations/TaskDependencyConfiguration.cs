using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class TaskDependencyConfiguration : IEntityTypeConfiguration<TaskDependency>
{
    public void Configure(EntityTypeBuilder<TaskDependency> order)
    {
        order
            .HasOne<PlanTask>()
            .WithMany()
            .HasForeignKey(o => new { o.GoalId, o.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id })
            .OnDelete(DeleteBehavior.Cascade);
        order
            .HasOne<PlanTask>()
            .WithMany()
            .HasForeignKey(o => new { o.GoalId, o.DependsOnId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id })
            .OnDelete(DeleteBehavior.Cascade);
        order.HasIndex(o => new { o.TaskId, o.DependsOnId }).IsUnique();
        order.HasIndex(o => o.OwnerId);
    }
}
