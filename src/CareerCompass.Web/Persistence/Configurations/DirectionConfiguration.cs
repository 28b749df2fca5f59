using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class DirectionConfiguration : IEntityTypeConfiguration<Direction>
{
    public void Configure(EntityTypeBuilder<Direction> direction)
    {
        direction.OwnedByPerson();
        direction.HasIndex(d => d.OwnerId).IsUnique();
        direction.Property(d => d.Statement).HasMaxLength(Limits.MaxNotesLength);
    }
}
