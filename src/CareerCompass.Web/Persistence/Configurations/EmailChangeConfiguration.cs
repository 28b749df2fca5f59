using CareerCompass.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class EmailChangeConfiguration : IEntityTypeConfiguration<EmailChange>
{
    private const int MaxEmail = 256;

    public void Configure(EntityTypeBuilder<EmailChange> change)
    {
        change.OwnedByPerson();
        change.Property(c => c.From).HasMaxLength(MaxEmail);
        change.Property(c => c.To).HasMaxLength(MaxEmail);
        change.Property(c => c.NormalizedTo).HasMaxLength(MaxEmail);

        // Allows only one pending change per person
        change
            .HasIndex(c => c.OwnerId)
            .IsUnique()
            .HasFilter("\"DoneAt\" IS NULL AND \"EndedAt\" IS NULL")
            .HasDatabaseName("IX_EmailChanges_Pending");
        change.HasIndex(c => new { c.OwnerId, c.DoneAt });
        change.Property(c => c.DoneAt).IsConcurrencyToken();
        change.Property(c => c.EndedAt).IsConcurrencyToken();
    }
}
