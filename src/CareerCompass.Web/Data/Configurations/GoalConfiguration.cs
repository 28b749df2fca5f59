using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

// Keys run through the owner and the goal, so that a stranger's id can never be stored

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.OwnedByPerson();
        goal.HasAlternateKey(g => new { g.OwnerId, g.Id });
        goal.Property(g => g.Title).HasMaxLength(Limits.MaxTitleLength);
        goal.Property(g => g.Why).HasMaxLength(Limits.MaxNotesLength);
        goal.Property(g => g.DoneWhen).HasMaxLength(Limits.MaxNotesLength);
        goal.Property(g => g.Obstacle).HasMaxLength(Limits.MaxShortTextLength);
        goal.Property(g => g.IfThen).HasMaxLength(Limits.MaxShortTextLength);
        goal.HasOne<FocusArea>().WithMany().HasForeignKey(g => new { g.OwnerId, g.FocusAreaId })
            .HasPrincipalKey(area => new { area.OwnerId, area.Id }).OnDelete(DeleteBehavior.NoAction);
        goal.HasOne<Aspiration>().WithMany().HasForeignKey(g => new { g.OwnerId, g.AspirationId })
            .HasPrincipalKey(aspiration => new { aspiration.OwnerId, aspiration.Id }).OnDelete(DeleteBehavior.NoAction);
        goal.HasMany(g => g.Milestones).WithOne().HasForeignKey(m => new { m.OwnerId, m.GoalId })
            .HasPrincipalKey(g => new { g.OwnerId, g.Id }).OnDelete(DeleteBehavior.Cascade);
        goal.HasMany(g => g.Tasks).WithOne().HasForeignKey(t => new { t.OwnerId, t.GoalId })
            .HasPrincipalKey(g => new { g.OwnerId, g.Id }).OnDelete(DeleteBehavior.Cascade);
        goal.Ignore(g => g.UntrashedMilestones);
        goal.Ignore(g => g.UntrashedTasks);
        goal.HasTrashIndex();

        // Where it came from may be deleted for good while it lives on, so that no key leads there
        goal.HasIndex(g => g.PredecessorGoalId).HasFilter("\"PredecessorGoalId\" IS NOT NULL");
    }

    /// <summary>The row belongs to a goal of the same owner, and goes with it.</summary>
    public static void BelongsToGoal<T>(EntityTypeBuilder<T> builder, string goalId = "GoalId")
        where T : OwnedEntity =>
        builder.HasOne<Goal>().WithMany().HasForeignKey(nameof(OwnedEntity.OwnerId), goalId)
            .HasPrincipalKey(nameof(OwnedEntity.OwnerId), nameof(Entity.Id)).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.HasAlternateKey(m => new { m.GoalId, m.Id });
        milestone.Property(m => m.Title).HasMaxLength(Limits.MaxTitleLength);
        milestone.HasTrashIndex();
    }
}

internal sealed class PlanTaskConfiguration : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.HasAlternateKey(t => new { t.GoalId, t.Id });
        task.Property(t => t.Title).HasMaxLength(Limits.MaxTitleLength);
        task.Property(t => t.Notes).HasMaxLength(Limits.MaxNotesLength);
        task.Property(t => t.Obstacle).HasMaxLength(Limits.MaxShortTextLength);
        task.Property(t => t.IfThen).HasMaxLength(Limits.MaxShortTextLength);
        task.HasOne<Milestone>().WithMany().HasForeignKey(t => new { t.GoalId, t.MilestoneId })
            .HasPrincipalKey(m => new { m.GoalId, m.Id }).OnDelete(DeleteBehavior.NoAction);
        task.HasOne<RecurringTask>().WithMany().HasForeignKey(t => new { t.GoalId, t.RecurringTaskId })
            .HasPrincipalKey(s => new { s.GoalId, s.Id }).OnDelete(DeleteBehavior.NoAction);
        task.HasTrashIndex();

        // Of two ticks at once only the first makes the next occurrence
        task.HasIndex(t => new { t.RecurringTaskId, t.DueOn }).IsUnique().HasFilter("\"TrashedAt\" IS NULL");
    }
}

internal sealed class TaskOrderConfiguration : IEntityTypeConfiguration<TaskDependency>
{
    public void Configure(EntityTypeBuilder<TaskDependency> order)
    {
        order.HasOne<PlanTask>().WithMany().HasForeignKey(o => new { o.GoalId, o.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        order.HasOne<PlanTask>().WithMany().HasForeignKey(o => new { o.GoalId, o.DependsOnId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        order.HasIndex(o => new { o.TaskId, o.DependsOnId }).IsUnique();
        order.HasIndex(o => o.OwnerId);
    }
}

internal sealed class SeriesConfiguration : IEntityTypeConfiguration<RecurringTask>
{
    public void Configure(EntityTypeBuilder<RecurringTask> recurringTask)
    {
        GoalConfiguration.BelongsToGoal(recurringTask);
        recurringTask.HasAlternateKey(s => new { s.GoalId, s.Id });
        recurringTask.Property(s => s.Title).HasMaxLength(Limits.MaxTitleLength);
        recurringTask.Property(s => s.Rule).HasMaxLength(Limits.MaxTitleLength);
    }
}

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<TaskAllocation>
{
    public void Configure(EntityTypeBuilder<TaskAllocation> taskAllocation)
    {
        taskAllocation.HasOne<PlanTask>().WithMany().HasForeignKey(p => new { p.GoalId, p.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        taskAllocation.HasIndex(p => new { p.TaskId, p.Week, p.IsPinned }).IsUnique();
        taskAllocation.HasIndex(p => new { p.OwnerId, p.Week });
    }
}

internal sealed class EffortConfiguration : IEntityTypeConfiguration<TimeEntry>
{
    public void Configure(EntityTypeBuilder<TimeEntry> timeEntry)
    {
        GoalConfiguration.BelongsToGoal(timeEntry);
        timeEntry.HasOne<PlanTask>().WithMany().HasForeignKey(e => new { e.GoalId, e.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.NoAction);
        timeEntry.HasIndex(e => new { e.OwnerId, e.Day });
        timeEntry.HasTrashIndex();
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        GoalConfiguration.BelongsToGoal(revision);
        revision.HasIndex(r => new { r.GoalId, r.Number }).IsUnique();
    }
}

internal sealed class SightingConfiguration : IEntityTypeConfiguration<ForecastRecord>
{
    public void Configure(EntityTypeBuilder<ForecastRecord> forecastRecord)
    {
        GoalConfiguration.BelongsToGoal(forecastRecord);
        forecastRecord.HasIndex(s => new { s.GoalId, s.Week }).IsUnique();
    }
}
