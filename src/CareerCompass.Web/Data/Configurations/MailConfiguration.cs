using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

internal sealed class BounceConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> user) => user.Property(u => u.BounceReason).HasMaxLength(500);
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> outboxMessage)
    {
        outboxMessage.OwnedByPerson();
        outboxMessage.Property(m => m.Occasion).HasMaxLength(100);
        outboxMessage.Property(m => m.Detail).HasMaxLength(OutboxMessage.MaxDetailLength);
        outboxMessage.Property(m => m.Error).HasMaxLength(500);
        outboxMessage.HasIndex(m => m.Occasion).IsUnique();
        outboxMessage.HasIndex(m => new { m.State, m.DueAt });

        // Two deliveries at once: only the one that saw state and lease unchanged holds the message
        outboxMessage.Property(m => m.State).IsConcurrencyToken();
        outboxMessage.Property(m => m.LeaseUntil).IsConcurrencyToken();
    }
}

internal sealed class MailTokenConfiguration : IEntityTypeConfiguration<MailToken>
{
    public void Configure(EntityTypeBuilder<MailToken> token)
    {
        token.HasKey(t => t.Hash);
        token.HasOne<AppUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        token.Property(t => t.Address).HasMaxLength(256);
        token.HasIndex(t => t.ExpiresAt);

        // Asked for each address that an account is opened with or moves to
        token.HasIndex(t => t.Address).HasFilter($"\"Purpose\" = '{nameof(TokenPurpose.FormerAddress)}'");
    }
}

internal sealed class JobStatusConfiguration : IEntityTypeConfiguration<JobStatus>
{
    public void Configure(EntityTypeBuilder<JobStatus> status)
    {
        status.HasKey(s => s.Job);
        status.Property(s => s.Job).HasMaxLength(64);
    }
}
