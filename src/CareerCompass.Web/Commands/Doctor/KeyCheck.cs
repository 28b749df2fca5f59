using System.Xml;
using System.Xml.Linq;
using CareerCompass.Web.Data;

namespace CareerCompass.Web.Commands.Doctor;

/// <summary>The keys of sign-in cookies and of what is encrypted in the database: without them everybody has to sign in anew.</summary>
internal static class KeyCheck
{
    public static Task<Finding> LookAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var folder = services.GetRequiredService<DataPlaces>().Keys;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "key-*.xml") : [];
        foreach (var file in files)
        {
            try
            {
                if (XDocument.Load(file).Root?.Element("expirationDate") is null)
                {
                    return Task.FromResult(Finding.Broken($"{file} is no key. Bring it back from a backup."));
                }
            }
            catch (XmlException)
            {
                return Task.FromResult(Finding.Broken($"{file} is damaged. Bring it back from a backup."));
            }
        }

        return Task.FromResult(files.Length > 0 ? Finding.Well($"{files.Length} in {folder}") : Finding.Worth($"There is none in {folder} yet. The first sign-in makes one."));
    }
}
