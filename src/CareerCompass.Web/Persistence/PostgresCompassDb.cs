using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

public sealed class PostgresCompassDb(DbContextOptions<PostgresCompassDb> options, OwnerScope owner)
    : CompassDb(options, owner)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<DataProtectionKey>().ToTable("DataProtectionKeys").HasKey(key => key.Name);
    }
}
