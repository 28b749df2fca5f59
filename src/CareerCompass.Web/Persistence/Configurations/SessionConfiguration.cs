using CareerCompass.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Device).HasMaxLength(Session.MaxDeviceLength);
        session.Property(s => s.Address).HasMaxLength(Session.MaxAddressLength);
        session.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => new { s.UserId, s.LastSeenAt });
        session.HasIndex(s => s.LastSeenAt);
    }
}
