using System.Text.RegularExpressions;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests;

/// <summary>Holds the arrows between the rooms of the house, read from what the compiler wrote.</summary>
public sealed class HouseTests
{
    private const string Web = "CareerCompass.Web";

    /// <summary>Which rooms a room may use, besides itself and the domain. The root puts all together.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Commands"] = ["Data", "Jobs", "Mail", "Identity", "Language"],
        ["Pages"] = ["Data", "Jobs", "Mail", "Identity", "Charts", "Language"],
        ["Jobs"] = ["Data", "Mail", "Language"],
        ["Identity"] = ["Data", "Mail", "Language"],
        ["Data"] = ["Mail"],
        ["Mail"] = ["Language"],
        ["Charts"] = ["Language"],
        ["Language"] = [],
    };

    public static readonly string Sources = FindSources();

    [Fact]
    public void Each_room_uses_only_the_rooms_it_may()
    {
        var uses = Uses.Of(typeof(Program).Assembly)
            .Where(use => Room(use.From) is not null && Room(use.To) is { } to && to != Room(use.From))
            .ToList();

        Assert.Contains(uses, use => Room(use.From) == "Pages" && Room(use.To) == "Data");
        var wrong = uses.Where(use => !Arrows.TryGetValue(Room(use.From)!, out var may) || !may.Contains(Room(use.To)!))
            .Select(use => $"{use.From} uses {use.To}")
            .Distinct()
            .Order()
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void One_file_alone_names_Hangfire()
    {
        var namers = Uses.Of(typeof(Program).Assembly)
            .Where(use => use.To.StartsWith("Hangfire.", StringComparison.Ordinal))
            .Select(use => use.From.Split('/', '+')[0])
            .Distinct();

        Assert.Equal([$"{Web}.Jobs.HangfireScheduler"], namers);
    }

    [Fact]
    public void The_domain_is_alone_in_the_world()
    {
        Assert.All(typeof(Domain.Entity).Assembly.GetReferencedAssemblies(), assembly =>
            Assert.True(assembly.Name!.StartsWith("System.", StringComparison.Ordinal), assembly.Name)
        );
        Assert.DoesNotContain(
            "Reference Include",
            File.ReadAllText(Path.Combine(Sources, "CareerCompass.Domain", "CareerCompass.Domain.csproj"))
        );
        Assert.DoesNotContain(Uses.Of(typeof(Domain.Entity).Assembly), use =>
            use.To is "System.TimeProvider" or "System.Console"
            || use.To.StartsWith("System.Net.", StringComparison.Ordinal)
            || use.To.StartsWith("System.IO.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Only_jobs_administration_and_erasing_lift_the_filter_of_the_owner()
    {
        string[] may = ["Jobs/", "Pages/Admin/", "Data/Erase.cs", "Commands/Doctor/"];
        var lifting = Directory
            .GetFiles(Path.Combine(Sources, Web), "*.cs*", SearchOption.AllDirectories)
            .Select(file =>
                (
                    Name: Path.GetRelativePath(Path.Combine(Sources, Web), file).Replace('\\', '/'),
                    Text: File.ReadAllText(file)
                )
            )
            .Where(file =>
                !file.Name.StartsWith("obj/", StringComparison.Ordinal)
                && !file.Name.StartsWith("bin/", StringComparison.Ordinal)
            )
            // By its name, or by naming none, which lifts all
            .Where(file =>
                Regex.IsMatch(file.Text, @"Filters\.Owner|IgnoreQueryFilters\s*\(\s*\)|IgnoreQueryFilters\s*\([^)]*""")
                && file.Name != "Data/CompassDb.cs"
            )
            .Select(file => file.Name)
            .ToList();

        Assert.NotEmpty(lifting);
        Assert.All(lifting, name =>
            Assert.True(may.Any(place => name.StartsWith(place, StringComparison.Ordinal)), name)
        );
    }

    /// <summary>The room a type is in; null when it is in the root or not of the web project.</summary>
    private static string? Room(string type) =>
        Regex.Match(type, @"^CareerCompass\.Web\.(\w+)\.") is { Success: true } match ? match.Groups[1].Value : null;

    private static string FindSources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CareerCompass.sln")))
            {
                return Path.Combine(folder.FullName, "src");
            }
        }

        throw new InvalidOperationException("The tests were moved out of the repository.");
    }
}
