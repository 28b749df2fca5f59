using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Persistence;

/// <summary>Stores Data Protection keys in the database, so that all instances accept each other's cookies. PostgreSQL
/// only: SQLite has one instance, with key files beside the database.</summary>
internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        return
        [
            .. db.Set<DataProtectionKey>()
                .OrderBy(key => key.Name)
                .Select(key => key.Xml)
                .AsEnumerable()
                .Select(xml => XElement.Parse(xml)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        db.Add(new DataProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }

    /// <summary>Imports key files from before a move to PostgreSQL, so that sessions stay valid, and creates a key if
    /// there is none. Otherwise instances that start together each create a key that the others do not know.</summary>
    /// <remarks>Must run on one instance at a time: see <see cref="PostgresLock"/>.</remarks>
    public static async Task ImportKeysAsync(CompassDb db, string folder, IServiceProvider services)
    {
        var keys = new DatabaseKeyRepository(services.GetRequiredService<IServiceScopeFactory>());
        var known = await db.Set<DataProtectionKey>().Select(key => key.Name).ToListAsync();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [])
        {
            if (Path.GetFileNameWithoutExtension(file) is var name && !known.Contains(name))
            {
                keys.StoreElement(XElement.Load(file), name);
            }
        }

        var manager = services.GetRequiredService<IKeyManager>();
        // Key expiration uses the real clock
        var now = TimeProvider.System.GetUtcNow();
        if (!manager.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now))
        {
            manager.CreateNewKey(
                now,
                now + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime
            );
        }
    }
}
