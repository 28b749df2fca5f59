using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class PersonalTemplateConfiguration : IEntityTypeConfiguration<PersonalTemplate>
{
    public void Configure(EntityTypeBuilder<PersonalTemplate> template)
    {
        template.ToTable(nameof(CompassDb.PersonalTemplates));
        template.OwnedByPerson();
        template.Property(t => t.Title).HasMaxLength(Limits.MaxTitleLength);
        template.HasTrashIndex();
    }
}
