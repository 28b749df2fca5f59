using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class TripwireConfiguration : IEntityTypeConfiguration<Tripwire>
{
    public void Configure(EntityTypeBuilder<Tripwire> tripwire)
    {
        GoalConfiguration.BelongsToGoal(tripwire);
        tripwire.Property(t => t.Premise).HasMaxLength(Limits.MaxTitleLength);
        tripwire.Property(t => t.Test).HasMaxLength(Limits.MaxTitleLength);
        tripwire.Property(t => t.Otherwise).HasMaxLength(Limits.MaxShortTextLength);
        tripwire.HasTrashIndex();
    }
}
