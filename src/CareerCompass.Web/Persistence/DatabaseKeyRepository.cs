using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Persistence;

/// <summary>
/// Keeps the keys in the database, so that a cookie that one instance made holds on all others, whichever folder they have.
/// On PostgreSQL only: SQLite has one instance, and its keys are files beside the database.
/// </summary>
internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        return
        [
            .. db.Set<ProtectionKey>()
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
        db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }

    /// <summary>
    /// Takes over the key files of a time before PostgreSQL, so that nobody is signed out by the move, and makes a key when
    /// none holds: instances that start at once and each make one would not know the others' for a day.
    /// </summary>
    /// <remarks>One instance at a time: see <see cref="PostgresLock"/>.</remarks>
    /// <param name="folder">Where key files would be.</param>
    public static async Task PrepareAsync(CompassDb db, string folder, IServiceProvider services)
    {
        var keys = new DatabaseKeyRepository(services.GetRequiredService<IServiceScopeFactory>());
        var known = await db.Set<ProtectionKey>().Select(key => key.Name).ToListAsync();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [])
        {
            if (Path.GetFileNameWithoutExtension(file) is var name && !known.Contains(name))
            {
                keys.StoreElement(XElement.Load(file), name);
            }
        }

        var manager = services.GetRequiredService<IKeyManager>();
        var now = TimeProvider.System.GetUtcNow(); // keys are judged by the real clock
        if (!manager.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now))
        {
            manager.CreateNewKey(
                now,
                now + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime
            );
        }
    }
}
