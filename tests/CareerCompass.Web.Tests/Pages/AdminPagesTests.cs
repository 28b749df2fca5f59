using System.Text.RegularExpressions;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class AdminPagesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_overview_says_what_is_wrong_and_what_the_server_is(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var admin = await app.RegisterAsync("admin@example.org");

        var page = await admin.ReadAsync("/admin");

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("1 account", text, StringComparison.Ordinal);
        Assert.Matches("(SQLite, a file in the data folder|PostgreSQL), [0-9]+ (KB|MB)", text);
        Assert.Contains(
            "The job that opens reviews has not run yet.",
            page.QuerySelector(".checks li")!.TextContent,
            StringComparison.Ordinal
        );
        await app.RunAsync(Web.Jobs.RecurringJob.Reviews);
        Assert.All((await admin.ReadAsync("/admin")).QuerySelectorAll(".checks .badge"), badge =>
            Assert.Equal("OK", badge.TextContent)
        );
    }

    [Fact]
    public async Task A_data_folder_that_goes_with_its_container_is_warned_of()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("admin@example.org");
        Assert.DoesNotContain(
            "is not on a volume",
            (await admin.ReadAsync("/admin")).Body!.TextContent,
            StringComparison.Ordinal
        );

        await using var inContainer = app.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton(new DataFolder("/data", IsEphemeral: true)))
        );
        var there = admin with
        {
            Client = inContainer.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }),
        };

        Assert.Contains(
            "/data is not on a volume",
            (await there.ReadAsync("/admin")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Settings_tell_their_value_and_source_and_no_secret()
    {
        await using var app = await TestApp.StartAsync(
            settings:
            [
                ("Mail:Smtp:Host", "mail.example.org"),
                ("Mail:Smtp:Password", "very secret"),
                ("Mail:Smtp:Hots", "typo"),
                ("Regstration:Mode", "Open"),
            ]
        );
        var admin = await app.RegisterAsync("admin@example.org");

        var page = await admin.ReadAsync("/admin/settings");

        string Value(string key) =>
            page.QuerySelectorAll(".settings div")
                .Single(row => row.QuerySelector("code")!.TextContent == key)
                .QuerySelector("dd")!
                .TextContent.Trim();
        string Words(string key) => Regex.Replace(Value(key), @"\s+", " ");
        Assert.StartsWith("mail.example.org", Value("Mail:Smtp:Host"), StringComparison.Ordinal);
        Assert.Equal("587 default", Words("Mail:Smtp:Port"));
        Assert.StartsWith("set from", Words("Mail:Smtp:Password"), StringComparison.Ordinal);
        Assert.EndsWith("appsettings.json", Value("Database:Provider"), StringComparison.Ordinal);
        Assert.DoesNotContain("very secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(TestApp.SetupCode, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var unknown = page.QuerySelectorAll("aside li").Select(item => item.TextContent).ToList();
        Assert.Equal(2, unknown.Count);
        Assert.Contains("Did you mean Mail:Smtp:Host?", unknown[0], StringComparison.Ordinal);
        Assert.Contains("Did you mean Registration:Mode?", unknown[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_one_value_and_the_last_source_wins()
    {
        Environment.SetEnvironmentVariable("COMPASSTEST_Jobs__Enabled", "false");
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Jobs:Enabled"] = "true",
                ["Proxy:KnownNetworks:0"] = "10.0.0.0/8",
                ["Proxy:KnownNetworks:1"] = "192.168.0.0/16",
            }
        );
        configuration.AddEnvironmentVariables("COMPASSTEST_");
        configuration.AddCommandLine(["--Mail:From=me@example.org"]);

        var settings = KnownSettings
            .GetEffective(configuration)
            .ToDictionary(row => row.Setting.Key, row => (row.Value, row.Source));

        Assert.Equal(("false", "environment"), settings["Jobs:Enabled"]);
        Assert.Equal(("me@example.org", "command line"), settings["Mail:From"]);
        Assert.Equal("10.0.0.0/8, 192.168.0.0/16", settings["Proxy:KnownNetworks"].Value);
        Assert.Equal((null, null), settings["Mail:Smtp:Host"]);
        Assert.Empty(KnownSettings.FindUnknown(configuration));
    }

    [Fact]
    public void Every_setting_in_the_README_is_known()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CareerCompass.sln")))
        {
            folder = folder.Parent!;
        }

        var rows = File.ReadLines(Path.Combine(folder.FullName, "README.md"))
            .SkipWhile(line => !line.StartsWith("## Settings", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var keys = rows.SelectMany(row =>
                Regex
                    .Matches(row.Split('|')[1], "`([A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+)(:0)?`")
                    .Select(match => match.Groups[1].Value)
            )
            .ToList();

        Assert.NotEmpty(keys);
        Assert.Empty(keys.Except(KnownSettings.All.Select(setting => setting.Key)));
    }
}
