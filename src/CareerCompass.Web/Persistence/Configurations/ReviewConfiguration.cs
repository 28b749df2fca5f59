using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.OwnedByPerson();
        review.HasAlternateKey(r => new { r.OwnerId, r.Id });
        review.Property(r => r.Learned).HasMaxLength(Limits.MaxNotesLength);
        review
            .HasIndex(r => new
            {
                r.OwnerId,
                r.Kind,
                r.PeriodStart,
            })
            .IsUnique();
        review.HasIndex(r => new { r.OwnerId, r.Date });
        review.Ignore(r => r.Answers);

        // Only reviews with a pending e-mail
        review.HasIndex(r => r.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
    }
}
