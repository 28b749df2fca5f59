using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.HasAlternateKey(m => new { m.GoalId, m.Id });
        milestone.Property(m => m.Title).HasMaxLength(Limits.MaxTitleLength);
        milestone.HasTrashIndex();
    }
}
