using System.Xml;
using System.Xml.Linq;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class KeyCheck
{
    public static Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var folder = services.GetRequiredService<DataPaths>().KeyFolder;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "key-*.xml") : [];
        foreach (var file in files)
        {
            try
            {
                if (XDocument.Load(file).Root?.Element("expirationDate") is null)
                {
                    return Task.FromResult(CheckResult.Failed($"{file} is not a valid key. Restore it from a backup."));
                }
            }
            catch (XmlException)
            {
                return Task.FromResult(CheckResult.Failed($"{file} is damaged. Restore it from a backup."));
            }
        }

        return Task.FromResult(
            files.Length > 0
                ? CheckResult.Passed($"{files.Length} in {folder}")
                : CheckResult.Warning($"There is none in {folder} yet. The first sign-in creates one.")
        );
    }
}
