using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

internal sealed class ServerFactConfiguration : IEntityTypeConfiguration<ServerFact>
{
    public void Configure(EntityTypeBuilder<ServerFact> fact)
    {
        fact.HasKey(f => f.Name);
        fact.Property(f => f.Name).HasMaxLength(100);
        fact.Property(f => f.Value).HasMaxLength(500);
    }
}

internal sealed class InviteConfiguration : IEntityTypeConfiguration<Invite>
{
    public void Configure(EntityTypeBuilder<Invite> invite)
    {
        invite.Property(i => i.Email).HasMaxLength(256);
        invite.HasOne<AppUser>().WithMany().HasForeignKey(i => i.MadeBy).OnDelete(DeleteBehavior.Cascade);
        invite.HasOne<AppUser>().WithMany().HasForeignKey(i => i.UsedBy).OnDelete(DeleteBehavior.SetNull);

        // Of two registrations with one invitation only the first saw it unused and unrevoked
        invite.Property(i => i.UsedAt).IsConcurrencyToken();
        invite.Property(i => i.RevokedAt).IsConcurrencyToken();
    }
}
