using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.People;
using CareerCompass.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Name).HasMaxLength(Limits.MaxTitleLength);
        person.Property(p => p.Zone).HasMaxLength(64);
        person.Property(p => p.Language).HasMaxLength(16);
        person.ComplexProperty(p => p.Rhythm);
        person.HasOne<AppUser>().WithOne().HasForeignKey<Person>(p => p.Id).OnDelete(DeleteBehavior.Cascade);

        // The sweep finds who is due by these, and nobody else
        person.HasIndex(p => p.NextReviewAt);
        person.HasIndex(p => p.NextEvaluationAt);

        // Two sweeps at once: only the one that saw the instants unchanged may move them
        person.Property(p => p.NextReviewAt).IsConcurrencyToken();
        person.Property(p => p.NextEvaluationAt).IsConcurrencyToken();
    }
}
