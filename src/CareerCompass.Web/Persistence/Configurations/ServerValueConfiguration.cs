using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class ServerValueConfiguration : IEntityTypeConfiguration<ServerValue>
{
    public void Configure(EntityTypeBuilder<ServerValue> fact)
    {
        fact.HasKey(f => f.Name);
        fact.Property(f => f.Name).HasMaxLength(100);
        fact.Property(f => f.Value).HasMaxLength(500);
    }
}
