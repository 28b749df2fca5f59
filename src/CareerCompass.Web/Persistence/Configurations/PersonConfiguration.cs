using CareerCompass.Domain;
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

        // Used by the sweep to find people who are due
        person.HasIndex(p => p.NextReviewAt);
        person.HasIndex(p => p.NextEvaluationAt);

        // Prevents two concurrent sweeps from processing the same person
        person.Property(p => p.NextReviewAt).IsConcurrencyToken();
        person.Property(p => p.NextEvaluationAt).IsConcurrencyToken();
    }
}
