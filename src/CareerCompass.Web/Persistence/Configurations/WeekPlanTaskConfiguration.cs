using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class WeekPlanTaskConfiguration : IEntityTypeConfiguration<WeekPlanTask>
{
    public void Configure(EntityTypeBuilder<WeekPlanTask> weekPlanTask)
    {
        weekPlanTask
            .HasOne<PlanTask>()
            .WithMany()
            .HasForeignKey(row => new { row.GoalId, row.TaskId })
            .HasPrincipalKey(task => new { task.GoalId, task.Id })
            .OnDelete(DeleteBehavior.Cascade);
        weekPlanTask.HasIndex(row => new { row.TaskId, row.Week }).IsUnique();
        weekPlanTask.HasIndex(row => new { row.OwnerId, row.Week });
    }
}
