using CareerCompass.Domain;
using CareerCompass.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal static class OwnershipExtensions
{
    public static void OwnedByPerson<T>(this EntityTypeBuilder<T> builder)
        where T : OwnedEntity =>
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Cascade);

    /// <summary>Partial index for the cleanup of Trash.</summary>
    public static void HasTrashIndex<T>(this EntityTypeBuilder<T> builder)
        where T : class, ITrashable =>
        builder.HasIndex(nameof(ITrashable.TrashedAt)).HasFilter("\"TrashedAt\" IS NOT NULL");
}
