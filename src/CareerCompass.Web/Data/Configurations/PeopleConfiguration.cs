using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Data.Configurations;

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

internal sealed class CapacityConfiguration : IEntityTypeConfiguration<Capacity>
{
    public void Configure(EntityTypeBuilder<Capacity> capacity)
    {
        capacity.OwnedByPerson();
        capacity.HasIndex(c => new { c.OwnerId, c.FromWeek }).IsUnique();
    }
}

internal sealed class TimeOffConfiguration : IEntityTypeConfiguration<TimeOff>
{
    public void Configure(EntityTypeBuilder<TimeOff> timeOff)
    {
        timeOff.OwnedByPerson();
        timeOff.Property(t => t.Note).HasMaxLength(Limits.MaxTitleLength);
    }
}

internal sealed class DirectionConfiguration : IEntityTypeConfiguration<Direction>
{
    public void Configure(EntityTypeBuilder<Direction> direction)
    {
        direction.OwnedByPerson();
        direction.HasIndex(d => d.OwnerId).IsUnique();
        direction.Property(d => d.Statement).HasMaxLength(Limits.MaxNotesLength);
    }
}

internal sealed class FocusAreaConfiguration : IEntityTypeConfiguration<FocusArea>
{
    public void Configure(EntityTypeBuilder<FocusArea> area)
    {
        area.OwnedByPerson();
        area.HasAlternateKey(a => new { a.OwnerId, a.Id });
        area.Property(a => a.Name).HasMaxLength(Limits.MaxTitleLength);
    }
}

internal sealed class AspirationConfiguration : IEntityTypeConfiguration<Aspiration>
{
    public void Configure(EntityTypeBuilder<Aspiration> aspiration)
    {
        aspiration.OwnedByPerson();
        aspiration.HasAlternateKey(a => new { a.OwnerId, a.Id });
        aspiration.Property(a => a.Title).HasMaxLength(Limits.MaxTitleLength);
    }
}

internal static class Ownership
{
    /// <summary>The row goes when its person goes.</summary>
    public static void OwnedByPerson<T>(this EntityTypeBuilder<T> builder)
        where T : OwnedEntity =>
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Cascade);

    /// <summary>For housekeeping, which looks for what is in Trash; the living are left out of it.</summary>
    public static void HasTrashIndex<T>(this EntityTypeBuilder<T> builder)
        where T : class, ITrashable => builder.HasIndex(nameof(ITrashable.TrashedAt)).HasFilter("\"TrashedAt\" IS NOT NULL");
}
