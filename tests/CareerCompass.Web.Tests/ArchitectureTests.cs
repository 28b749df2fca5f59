using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using CareerCompass.Web.Tests.Support;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CareerCompass.Web.Tests;

/// <summary>The rules of docs/architecture.md that the compiler does not enforce.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Architecture App = new ArchLoader()
        .LoadAssemblies(typeof(Program).Assembly, typeof(Domain.Entity).Assembly)
        .Build();

    /// <summary>The rooms that each room may use, besides itself and the domain. The root wires all of them.</summary>
    private static readonly Dictionary<string, string[]> AllowedRooms = new()
    {
        ["Pages"] =
        [
            "Charts",
            "Demo",
            "GoalTemplates",
            "Identity",
            "Jobs",
            "Localization",
            "Mail",
            "Operations",
            "Persistence",
        ],
        ["Operations"] = ["GoalTemplates", "Identity", "Jobs", "Localization", "Mail", "Persistence"],
        ["Jobs"] = ["Identity", "Localization", "Mail", "Operations", "Persistence"],
        ["Identity"] = ["Localization", "Mail", "Operations", "Persistence"],
        ["Mail"] = ["Jobs", "Identity", "Localization", "Operations", "Persistence"],
        ["Persistence"] = ["GoalTemplates", "Identity", "Jobs", "Mail", "Operations"],
        ["Demo"] = ["Identity", "Localization", "Operations", "Persistence"],
        ["GoalTemplates"] = ["Operations", "Persistence"],
        ["Charts"] = ["Localization"],
        ["Localization"] = [],
    };

    public static TheoryData<string> Rooms => [.. AllowedRooms.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_it_may(string room)
    {
        var forbidden = AllowedRooms.Keys.Except([room, .. AllowedRooms[room]]).ToList();

        Assert.NotEmpty(Types().That().ResideInNamespaceMatching(Namespaces(room)).GetObjects(App));
        Types()
            .That()
            .ResideInNamespaceMatching(Namespaces(room))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(Namespaces([.. forbidden])))
            .Check(App);
    }

    [Fact]
    public void Every_namespace_belongs_to_a_room()
    {
        var rooms = App
            .Types.Select(type => RoomPattern().Match(type.Namespace?.FullName ?? ""))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Distinct();

        Assert.Equal(AllowedRooms.Keys.Order(), rooms.Order());
    }

    [Fact]
    public void Only_one_file_names_Hangfire()
    {
        var users = App
            .Types.Where(type =>
                type.Dependencies.Any(use => use.Target.FullName.StartsWith("Hangfire.", StringComparison.Ordinal))
            )
            .Select(type => type.FullName.Split('+')[0])
            .Distinct();

        Assert.Equal(["CareerCompass.Web.Jobs.HangfireScheduler"], users);
    }

    [Fact]
    public void The_domain_uses_no_package_no_clock_and_no_input_or_output()
    {
        Assert.All(typeof(Domain.Entity).Assembly.GetReferencedAssemblies(), assembly =>
            Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal)
        );
        Types()
            .That()
            .ResideInNamespaceMatching(@"^CareerCompass\.Domain")
            .Should()
            .NotDependOnAny(
                Types(includeReferenced: true)
                    .That()
                    .HaveFullNameMatching(@"^System\.(TimeProvider|Console|Net\..*|IO\..*)$")
            )
            .Check(App);
    }

    [Fact]
    public void No_type_is_called_service_manager_or_helper()
    {
        // Two classes of ASP.NET Core Identity are extended by inheritance, and keep their suffix
        string[] inherited = ["AppUserManager", "SessionSignInManager"];
        IArchRule rule = Types()
            .That()
            .ResideInNamespaceMatching(@"^CareerCompass\.")
            .And()
            .DoNotHaveNameMatching($"^({string.Join('|', inherited)})$")
            .Should()
            .NotHaveNameMatching("(Service|Manager|(?<!Tag)Helper)s?$|^(Service|Manager|Helper)")
            .AndShould()
            .NotHaveNameMatching("Mediator|Mapper|Repository$")
            .OrShould()
            .HaveName("DatabaseKeyRepository");

        rule.Check(App);
    }

    [Fact]
    public void Every_name_in_the_glossary_exists()
    {
        var names = GlossaryNames()
            .Matches(SourceTree.Read("docs/architecture.md"))
            .SelectMany(row => CodeName().Matches(row.Groups[1].Value).Select(name => name.Groups[1].Value))
            .ToList();
        var types = App.Types.Select(type => type.Name.Split('`')[0]).ToHashSet();

        Assert.True(names.Count > 15, $"Only {names.Count} names: was the table changed?");
        Assert.All(names, name => Assert.Contains(name, types));
    }

    [Fact]
    public void Only_jobs_administration_and_erasure_lift_the_owner_filter()
    {
        string[] allowed =
        [
            "src/CareerCompass.Web/Jobs/",
            "src/CareerCompass.Web/Mail/Outbox",
            "src/CareerCompass.Web/Mail/MailMonitor.cs",
            "src/CareerCompass.Web/Mail/ReviewDigestLoader.cs",
            "src/CareerCompass.Web/Pages/Admin/",
            "src/CareerCompass.Web/Persistence/PermanentDeletion.cs",
            "src/CareerCompass.Web/Persistence/CompassDb.cs",
            "src/CareerCompass.Web/Persistence/QueryFilters.cs",
            "src/CareerCompass.Web/Operations/Commands/Doctor/",
        ];
        var lifting = SourceTree
            .Files(".cs", ".cshtml")
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => LiftsOwnerFilter().IsMatch(SourceTree.Read(file)))
            .ToList();

        Assert.NotEmpty(lifting);
        Assert.All(lifting, file =>
            Assert.Contains(allowed, place => file.StartsWith(place, StringComparison.Ordinal))
        );
    }

    private static string Namespaces(params string[] rooms) =>
        $@"^CareerCompass\.Web\.({string.Join('|', rooms)})($|\.)";

    [GeneratedRegex(@"^CareerCompass\.Web\.(\w+)")]
    private static partial Regex RoomPattern();

    [GeneratedRegex(@"^\|[^|\n]+\|[^|\n]+\|([^|\n]+)\|\s*$", RegexOptions.Multiline)]
    private static partial Regex GlossaryNames();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex CodeName();

    // By its name, or by naming none, which lifts all filters
    [GeneratedRegex(@"Filters\.Owner|OfAllOwners|IgnoreQueryFilters\s*\(\s*\)|IgnoreQueryFilters\s*\([^)]*""")]
    private static partial Regex LiftsOwnerFilter();
}
