using CareerCompass.Domain.People;
using CareerCompass.Web.Demo;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Demo;

public sealed class DemoFile : IAsyncLifetime
{
    private readonly Dictionary<DateTime, DemoPerson> people = [];
    private readonly string path = Path.Combine(Path.GetTempPath(), $"demo-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider services = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public async Task InitializeAsync()
    {
        await using var db = Open(Guid.Empty);
        await db.Database.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var person in people.Values)
        {
            await person.DisposeAsync();
        }

        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(path);
    }

    public CompassDb Open(Guid ownerId)
    {
        var owner = new OwnerScope();
        owner.Use(ownerId);
        return new SqliteCompassDb(
            new DbContextOptionsBuilder<SqliteCompassDb>()
                .UseSqlite($"Data Source={path}")
                .UseApplicationServiceProvider(services)
                .Options,
            owner
        );
    }

    internal async Task<DemoPerson> ReadAsync(DateTime now)
    {
        if (!people.TryGetValue(now, out var person))
        {
            people[now] = person = await WriteAsync(now);
        }

        return person;
    }

    internal async Task<DemoPerson> WriteAsync(DateTime now)
    {
        var user = new AppUser { UserName = $"{Guid.NewGuid():N}@demo.invalid", IsDemo = true };
        await using (var db = Open(user.Id))
        {
            var person = new Person(user.Id, DemoData.Name, DemoData.Zone, now);
            db.AddRange(user, person, new Capacity(user.Id, person.Today(now), Person.DefaultWeeklyMinutes));
            await db.SaveChangesAsync();
        }

        await using (var db = Open(user.Id))
        {
            await DemoData.WriteAsync(db, user.Id, now);
        }

        return await DemoPerson.ReadAsync(Open(user.Id), now);
    }
}
