using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class FocusAreaConfiguration : IEntityTypeConfiguration<FocusArea>
{
    public void Configure(EntityTypeBuilder<FocusArea> area)
    {
        area.OwnedByPerson();
        area.HasAlternateKey(a => new { a.OwnerId, a.Id });
        area.Property(a => a.Name).HasMaxLength(Limits.MaxTitleLength);
    }
}
