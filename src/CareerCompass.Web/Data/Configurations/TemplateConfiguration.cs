using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

internal sealed class OwnTemplateConfiguration : IEntityTypeConfiguration<PersonalTemplate>
{
    public void Configure(EntityTypeBuilder<PersonalTemplate> template)
    {
        template.ToTable(nameof(CompassDb.PersonalTemplates));
        template.OwnedByPerson();
        template.Property(t => t.Title).HasMaxLength(Limits.MaxTitleLength);
        template.HasTrashIndex();
    }
}

internal sealed class SetupConfiguration : IEntityTypeConfiguration<GoalSetup>
{
    public void Configure(EntityTypeBuilder<GoalSetup> goalSetup)
    {
        goalSetup.OwnedByPerson();
        GoalConfiguration.BelongsToGoal(goalSetup);
        goalSetup.HasIndex(s => s.OwnerId).IsUnique();
        goalSetup.Property(s => s.Template).HasMaxLength(100);
    }
}
