using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class GoalSetupConfiguration : IEntityTypeConfiguration<GoalSetup>
{
    public void Configure(EntityTypeBuilder<GoalSetup> goalSetup)
    {
        goalSetup.OwnedByPerson();
        GoalConfiguration.BelongsToGoal(goalSetup);
        goalSetup.HasIndex(s => s.OwnerId).IsUnique();
        goalSetup.Property(s => s.Template).HasMaxLength(100);
    }
}
