using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

// Foreign keys include the owner, so that another person's id can never be stored

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
        goal.HasOne<FocusArea>()
            .WithMany()
            .HasForeignKey(g => new { g.OwnerId, g.FocusAreaId })
            .HasPrincipalKey(area => new { area.OwnerId, area.Id })
            .OnDelete(DeleteBehavior.NoAction);
        goal.HasOne<Aspiration>()
            .WithMany()
            .HasForeignKey(g => new { g.OwnerId, g.AspirationId })
            .HasPrincipalKey(aspiration => new { aspiration.OwnerId, aspiration.Id })
            .OnDelete(DeleteBehavior.NoAction);
        goal.HasMany(g => g.Milestones)
            .WithOne()
            .HasForeignKey(m => new { m.OwnerId, m.GoalId })
            .HasPrincipalKey(g => new { g.OwnerId, g.Id })
            .OnDelete(DeleteBehavior.Cascade);
        goal.HasMany(g => g.Tasks)
            .WithOne()
            .HasForeignKey(t => new { t.OwnerId, t.GoalId })
            .HasPrincipalKey(g => new { g.OwnerId, g.Id })
            .OnDelete(DeleteBehavior.Cascade);
        goal.Ignore(g => g.UntrashedMilestones);
        goal.Ignore(g => g.UntrashedTasks);
        goal.HasTrashIndex();

        // No foreign key, because the predecessor may be deleted for good
        goal.HasIndex(g => g.PredecessorGoalId).HasFilter("\"PredecessorGoalId\" IS NOT NULL");
    }

    public static void BelongsToGoal<T>(EntityTypeBuilder<T> builder, string goalId = "GoalId")
        where T : OwnedEntity =>
        builder
            .HasOne<Goal>()
            .WithMany()
            .HasForeignKey(nameof(OwnedEntity.OwnerId), goalId)
            .HasPrincipalKey(nameof(OwnedEntity.OwnerId), nameof(Entity.Id))
            .OnDelete(DeleteBehavior.Cascade);
}
