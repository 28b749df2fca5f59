using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Pages;

public sealed class BackupsPageTests
{
    [Fact]
    public async Task An_administrator_takes_a_backup_and_is_told_how_to_restore_it()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("admin@example.org");
        Assert.Contains("No backups yet.", (await admin.ReadAsync("/admin/backups")).Body!.TextContent);

        using var taken = await admin.PostFormAsync("/admin/backups");

        Assert.Equal("/admin/backups", taken.Headers.Location?.ToString());
        var page = await admin.ReadAsync("/admin/backups");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("manual", row);
        Assert.Contains("careercompass-20270303T100000Z-manual.zip", row);
        Assert.EndsWith(
            "restore careercompass-20270303T100000Z-manual.zip",
            page.QuerySelector("pre")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task A_damaged_backup_and_a_failure_are_shown()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("admin@example.org");
        var folder = Directory.CreateDirectory(Path.Combine(app.Folder, "backups")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "careercompass-20270301T034100Z-nightly.zip"), "no backup");
        Assert.Contains(
            "damaged",
            Assert.Single((await admin.ReadAsync("/admin/backups")).QuerySelectorAll("tbody tr")).TextContent
        );

        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "no folder");
        using var failed = await admin.PostFormAsync("/admin/backups");
        Assert.Contains(
            "The backup failed.",
            (await Browser.ReadAsync(failed)).QuerySelector(".problems")!.TextContent
        );
    }

    [PostgresFact]
    public async Task On_PostgreSQL_its_own_tools_are_named()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var admin = await app.RegisterAsync("admin@example.org");

        var page = await admin.ReadAsync("/admin/backups");

        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("pg_dump --format=custom", page.QuerySelector("pre")!.TextContent);
    }
}
