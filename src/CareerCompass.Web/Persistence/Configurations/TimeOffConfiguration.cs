using CareerCompass.Domain;
using CareerCompass.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class TimeOffConfiguration : IEntityTypeConfiguration<TimeOff>
{
    public void Configure(EntityTypeBuilder<TimeOff> timeOff)
    {
        timeOff.OwnedByPerson();
        timeOff.Property(t => t.Note).HasMaxLength(Limits.MaxTitleLength);
    }
}
