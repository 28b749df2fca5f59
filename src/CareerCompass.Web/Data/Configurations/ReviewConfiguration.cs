using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.OwnedByPerson();
        review.HasAlternateKey(r => new { r.OwnerId, r.Id });
        review.Property(r => r.Learned).HasMaxLength(Limits.MaxNotesLength);
        review.HasIndex(r => new { r.OwnerId, r.Kind, r.PeriodStart }).IsUnique();
        review.HasIndex(r => new { r.OwnerId, r.Date });
        review.Ignore(r => r.Answers);

        // Those of which an e-mail is due some day, and no others
        review.HasIndex(r => r.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
    }
}

internal sealed class CheckInConfiguration : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        GoalConfiguration.BelongsToGoal(checkIn);
        checkIn.HasOne<Review>().WithMany().HasForeignKey(c => new { c.OwnerId, c.ReviewId })
            .HasPrincipalKey(r => new { r.OwnerId, r.Id }).OnDelete(DeleteBehavior.Cascade);
        checkIn.Property(c => c.Obstacle).HasMaxLength(Limits.MaxNotesLength);
        checkIn.Property(c => c.NextStep).HasMaxLength(Limits.MaxNotesLength);
        checkIn.HasIndex(c => new { c.ReviewId, c.GoalId }).IsUnique();
    }
}

internal sealed class PromptConfiguration : IEntityTypeConfiguration<Prompt>
{
    public void Configure(EntityTypeBuilder<Prompt> prompt)
    {
        prompt.OwnedByPerson();
        GoalConfiguration.BelongsToGoal(prompt);
        prompt.Ignore(p => p.ForecastEvidence);
        prompt.Ignore(p => p.Evidence);
        prompt.Property(p => p.Reason).HasMaxLength(Limits.MaxShortTextLength);

        // Of two looks at once only one raises it; where there is no goal, the first of the two would hold nothing
        prompt.HasIndex(p => new { p.OwnerId, p.Rule, p.GoalId, p.SubjectId, p.QuietFrom }).IsUnique();
        prompt.HasIndex(p => new { p.OwnerId, p.Rule, p.SubjectId, p.QuietFrom }).IsUnique().HasFilter("\"GoalId\" IS NULL");
        prompt.HasIndex(p => new { p.OwnerId, p.State });
    }
}

internal sealed class TripwireConfiguration : IEntityTypeConfiguration<Tripwire>
{
    public void Configure(EntityTypeBuilder<Tripwire> tripwire)
    {
        GoalConfiguration.BelongsToGoal(tripwire);
        tripwire.Property(t => t.Premise).HasMaxLength(Limits.MaxTitleLength);
        tripwire.Property(t => t.Test).HasMaxLength(Limits.MaxTitleLength);
        tripwire.Property(t => t.Otherwise).HasMaxLength(Limits.MaxShortTextLength);
        tripwire.HasTrashIndex();
    }
}

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

        // Of two who take it back at once only the first does
        correction.HasIndex(c => c.UndoneCorrectionId).IsUnique();
    }
}
