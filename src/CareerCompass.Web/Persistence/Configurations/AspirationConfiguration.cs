using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class AspirationConfiguration : IEntityTypeConfiguration<Aspiration>
{
    public void Configure(EntityTypeBuilder<Aspiration> aspiration)
    {
        aspiration.OwnedByPerson();
        aspiration.HasAlternateKey(a => new { a.OwnerId, a.Id });
        aspiration.Property(a => a.Title).HasMaxLength(Limits.MaxTitleLength);
    }
}
