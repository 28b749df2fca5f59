using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class CheckInConfiguration : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        GoalConfiguration.BelongsToGoal(checkIn);
        checkIn
            .HasOne<Review>()
            .WithMany()
            .HasForeignKey(c => new { c.OwnerId, c.ReviewId })
            .HasPrincipalKey(r => new { r.OwnerId, r.Id })
            .OnDelete(DeleteBehavior.Cascade);
        checkIn.Property(c => c.Obstacle).HasMaxLength(Limits.MaxNotesLength);
        checkIn.Property(c => c.NextStep).HasMaxLength(Limits.MaxNotesLength);
        checkIn.HasIndex(c => new { c.ReviewId, c.GoalId }).IsUnique();
    }
}
