using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        GoalConfiguration.BelongsToGoal(correction);
        correction.Property(c => c.Reason).HasMaxLength(Limits.MaxNotesLength);
        correction.Property(c => c.Lesson).HasMaxLength(Limits.MaxNotesLength);
        correction.HasIndex(c => new { c.OwnerId, c.DecidedAt });
        correction.Ignore(c => c.ChangeSet);
        correction.Ignore(c => c.UndoUntil);

        // Prevents two concurrent undos of the same correction
        correction.HasIndex(c => c.UndoneCorrectionId).IsUnique();
    }
}
