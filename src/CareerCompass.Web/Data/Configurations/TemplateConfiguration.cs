using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

internal sealed class OwnTemplateConfiguration : IEntityTypeConfiguration<OwnTemplate>
{
    public void Configure(EntityTypeBuilder<OwnTemplate> template)
    {
        template.ToTable(nameof(CompassDb.Templates));
        template.OwnedByPerson();
        template.Property(t => t.Title).HasMaxLength(Limits.Title);
        template.HasTrashIndex();
    }
}

internal sealed class SetupConfiguration : IEntityTypeConfiguration<Setup>
{
    public void Configure(EntityTypeBuilder<Setup> setup)
    {
        setup.OwnedByPerson();
        GoalConfiguration.BelongsToGoal(setup);
        setup.HasIndex(s => s.OwnerId).IsUnique();
        setup.Property(s => s.Template).HasMaxLength(100);
    }
}
