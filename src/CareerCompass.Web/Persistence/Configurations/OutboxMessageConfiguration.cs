using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> outboxMessage)
    {
        outboxMessage.OwnedByPerson();
        outboxMessage.Property(m => m.Occasion).HasMaxLength(100);
        outboxMessage.Property(m => m.Detail).HasMaxLength(OutboxMessage.MaxDetailLength);
        outboxMessage.Property(m => m.Error).HasMaxLength(500);
        outboxMessage.HasIndex(m => m.Occasion).IsUnique();
        outboxMessage.HasIndex(m => new { m.State, m.DueAt });

        // Prevents two concurrent deliveries from claiming the same message
        outboxMessage.Property(m => m.State).IsConcurrencyToken();
        outboxMessage.Property(m => m.LeaseUntil).IsConcurrencyToken();
    }
}
