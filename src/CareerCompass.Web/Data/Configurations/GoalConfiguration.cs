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
        goal.Property(g => g.Title).HasMaxLength(Limits.Title);
        goal.Property(g => g.Why).HasMaxLength(Limits.Notes);
        goal.Property(g => g.DoneWhen).HasMaxLength(Limits.Notes);
        goal.Property(g => g.Obstacle).HasMaxLength(Limits.Line);
        goal.Property(g => g.IfThen).HasMaxLength(Limits.Line);
        goal.HasOne<FocusArea>().WithMany().HasForeignKey(g => new { g.OwnerId, g.FocusAreaId })
            .HasPrincipalKey(area => new { area.OwnerId, area.Id }).OnDelete(DeleteBehavior.NoAction);
        goal.HasOne<Aspiration>().WithMany().HasForeignKey(g => new { g.OwnerId, g.AspirationId })
            .HasPrincipalKey(aspiration => new { aspiration.OwnerId, aspiration.Id }).OnDelete(DeleteBehavior.NoAction);
        goal.HasMany(g => g.Milestones).WithOne().HasForeignKey(m => new { m.OwnerId, m.GoalId })
            .HasPrincipalKey(g => new { g.OwnerId, g.Id }).OnDelete(DeleteBehavior.Cascade);
        goal.HasMany(g => g.Tasks).WithOne().HasForeignKey(t => new { t.OwnerId, t.GoalId })
            .HasPrincipalKey(g => new { g.OwnerId, g.Id }).OnDelete(DeleteBehavior.Cascade);
        goal.Ignore(g => g.LivingMilestones);
        goal.Ignore(g => g.LivingTasks);
        goal.HasTrashIndex();

        // Where it came from may be deleted for good while it lives on, so that no key leads there
        goal.HasIndex(g => g.FromGoalId).HasFilter("\"FromGoalId\" IS NOT NULL");
    }

    /// <summary>The row belongs to a goal of the same owner, and goes with it.</summary>
    public static void BelongsToGoal<T>(EntityTypeBuilder<T> builder, string goalId = "GoalId")
        where T : Owned =>
        builder.HasOne<Goal>().WithMany().HasForeignKey(nameof(Owned.OwnerId), goalId)
            .HasPrincipalKey(nameof(Owned.OwnerId), nameof(Entity.Id)).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.HasAlternateKey(m => new { m.GoalId, m.Id });
        milestone.Property(m => m.Title).HasMaxLength(Limits.Title);
        milestone.HasTrashIndex();
    }
}

internal sealed class PlanTaskConfiguration : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.HasAlternateKey(t => new { t.GoalId, t.Id });
        task.Property(t => t.Title).HasMaxLength(Limits.Title);
        task.Property(t => t.Notes).HasMaxLength(Limits.Notes);
        task.Property(t => t.Obstacle).HasMaxLength(Limits.Line);
        task.Property(t => t.IfThen).HasMaxLength(Limits.Line);
        task.HasOne<Milestone>().WithMany().HasForeignKey(t => new { t.GoalId, t.MilestoneId })
            .HasPrincipalKey(m => new { m.GoalId, m.Id }).OnDelete(DeleteBehavior.NoAction);
        task.HasOne<Series>().WithMany().HasForeignKey(t => new { t.GoalId, t.SeriesId })
            .HasPrincipalKey(s => new { s.GoalId, s.Id }).OnDelete(DeleteBehavior.NoAction);
        task.HasTrashIndex();

        // Of two ticks at once only the first makes the next occurrence
        task.HasIndex(t => new { t.SeriesId, t.DueOn }).IsUnique().HasFilter("\"TrashedAt\" IS NULL");
    }
}

internal sealed class TaskOrderConfiguration : IEntityTypeConfiguration<TaskOrder>
{
    public void Configure(EntityTypeBuilder<TaskOrder> order)
    {
        order.HasOne<PlanTask>().WithMany().HasForeignKey(o => new { o.GoalId, o.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        order.HasOne<PlanTask>().WithMany().HasForeignKey(o => new { o.GoalId, o.AfterId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        order.HasIndex(o => new { o.TaskId, o.AfterId }).IsUnique();
        order.HasIndex(o => o.OwnerId);
    }
}

internal sealed class SeriesConfiguration : IEntityTypeConfiguration<Series>
{
    public void Configure(EntityTypeBuilder<Series> series)
    {
        GoalConfiguration.BelongsToGoal(series);
        series.HasAlternateKey(s => new { s.GoalId, s.Id });
        series.Property(s => s.Title).HasMaxLength(Limits.Title);
        series.Property(s => s.Rule).HasMaxLength(Limits.Title);
    }
}

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.HasOne<PlanTask>().WithMany().HasForeignKey(p => new { p.GoalId, p.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        placement.HasIndex(p => new { p.TaskId, p.Week, p.Pinned }).IsUnique();
        placement.HasIndex(p => new { p.OwnerId, p.Week });
    }
}

internal sealed class EffortConfiguration : IEntityTypeConfiguration<Effort>
{
    public void Configure(EntityTypeBuilder<Effort> effort)
    {
        GoalConfiguration.BelongsToGoal(effort);
        effort.HasOne<PlanTask>().WithMany().HasForeignKey(e => new { e.GoalId, e.TaskId })
            .HasPrincipalKey(t => new { t.GoalId, t.Id }).OnDelete(DeleteBehavior.NoAction);
        effort.HasIndex(e => new { e.OwnerId, e.Day });
        effort.HasTrashIndex();
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

internal sealed class SightingConfiguration : IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Sighting> sighting)
    {
        GoalConfiguration.BelongsToGoal(sighting);
        sighting.HasIndex(s => new { s.GoalId, s.Week }).IsUnique();
    }
}
