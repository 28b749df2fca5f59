using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class MailTokenConfiguration : IEntityTypeConfiguration<MailToken>
{
    public void Configure(EntityTypeBuilder<MailToken> token)
    {
        token.HasKey(t => t.Hash);
        token.HasOne<AppUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        token.Property(t => t.Address).HasMaxLength(256);
        token.HasIndex(t => t.ExpiresAt);

        // Queried when an account is created or changes its address
        token.HasIndex(t => t.Address).HasFilter($"\"Purpose\" = '{nameof(TokenPurpose.FormerAddress)}'");
    }
}
