using CareerCompass.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class CapacityConfiguration : IEntityTypeConfiguration<Capacity>
{
    public void Configure(EntityTypeBuilder<Capacity> capacity)
    {
        capacity.OwnedByPerson();
        capacity.HasIndex(c => new { c.OwnerId, c.FromWeek }).IsUnique();
    }
}
