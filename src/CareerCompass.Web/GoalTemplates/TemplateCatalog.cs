using System.Text.Json;
using System.Text.RegularExpressions;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Operations;

namespace CareerCompass.Web.GoalTemplates;

/// <summary>The goal templates available to everyone: shipped ones and those in the operator's folder, where a file
/// replaces the shipped one with the same name. Read once, on first use.</summary>
public sealed partial class TemplateCatalog
{
    public const string FolderSetting = "Templates:Folder";

    private readonly Lazy<(IReadOnlyList<CatalogTemplate> All, IReadOnlyList<string> Broken)> read;

    public TemplateCatalog(IConfiguration configuration, DataPaths paths, ILogger<TemplateCatalog> log)
    {
        Folder = Path.GetFullPath(configuration[FolderSetting] ?? "templates", paths.Folder);
        read = new(() =>
        {
            var catalog = Read(ShippedFolder, Folder);
            foreach (var problem in catalog.Broken)
            {
                log.LogWarning("A goal template was skipped: {Problem}", problem);
            }

            return catalog;
        });
    }

    public static string ShippedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "GoalTemplates");

    public string Folder { get; }

    public IReadOnlyList<CatalogTemplate> All => read.Value.All;

    public IReadOnlyList<string> Errors => read.Value.Broken;

    public GoalTemplate? Find(string? key) => All.FirstOrDefault(shelved => shelved.Key == key)?.Template;

    /// <summary>Reads all JSON files; files in later folders replace those with the same name.</summary>
    public static (IReadOnlyList<CatalogTemplate> All, IReadOnlyList<string> Broken) Read(params string[] folders)
    {
        var (all, broken) = (new SortedDictionary<string, GoalTemplate>(StringComparer.Ordinal), new List<string>());
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in Files(folder, broken))
            {
                if (Problem(file, out var template) is { } problem)
                {
                    broken.Add($"{file}: {problem}");
                }
                else
                {
                    all[Path.GetFileNameWithoutExtension(file)] = template!;
                }
            }
        }

        return ([.. all.Select(row => new CatalogTemplate(row.Key, row.Value))], broken);
    }

    private static string[] Files(string folder, List<string> broken)
    {
        try
        {
            return [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            broken.Add($"{folder}: {error.Message}");
            return [];
        }
    }

    private static string? Problem(string file, out GoalTemplate? template)
    {
        template = null;
        try
        {
            if (!Name().IsMatch(Path.GetFileName(file)))
            {
                return "its name may contain only lowercase letters, digits and hyphens";
            }

            if (new FileInfo(file).Length > 1_000_000)
            {
                return "it is too large for a template";
            }

            template = GoalTemplate.FromJson(File.ReadAllText(file));
            return template.Validate() is { Count: > 0 } problems ? string.Join("; ", problems) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,80}\\.json$")]
    private static partial Regex Name();
}
