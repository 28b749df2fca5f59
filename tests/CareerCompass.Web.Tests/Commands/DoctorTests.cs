using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Commands;

public sealed class DoctorTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: ("App:PublicUrl", "https://compass.example.org"));
        app.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime; // the doctor uses the system clock
        await app.RegisterAsync("ada@example.org", "Europe/Berlin");
        await app.RunAsync(RecurringJob.Reviews);
        await app.RunAsync(RecurringJob.Backup);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_well_server_gets_a_line_for_each_thing_and_nothing_is_changed()
    {
        var (files, rows) = (Files(), await SampleData.DumpAsync(app));

        var told = await CommandLine.RunAsync(app, "doctor");

        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Equal(
            [
                "✓ configuration",
                "✓ database",
                "✓ zone data",
                "! mail",
                "✓ disk",
                "✓ clock",
                "✓ backups",
                "✓ keys",
                "✓ templates",
            ],
            told.Output.TrimEnd().Split('\n').Select(line => line.Split(':')[0])
        );
        Assert.Contains("SQLite at", told.Output);
        Assert.Equal(files, Files());
        Assert.Equal(rows, await SampleData.DumpAsync(app));
    }

    [Fact]
    public async Task A_misspelt_setting_is_named()
    {
        var told = await CommandLine.RunAsync(
            app,
            "doctor",
            "--Mail:Smtp:Hots=smtp.example.org",
            "--Database:Fast=1",
            "--Mial:Smtp:Host=x",
            "--Logging:LogLevel:Default=Warning"
        );

        Assert.Equal(0, told.ExitCode);
        Assert.Contains(
            "! configuration: Unknown settings: Database:Fast, Mail:Smtp:Hots (did you mean Mail:Smtp:Host?), "
                + "Mial:Smtp:Host (did you mean Mail:Smtp:Host?)",
            told.Output
        );
    }

    [Fact]
    public async Task A_setting_with_one_underscore_is_named()
    {
        var told = await CommandLine.RunAsync(
            new Dictionary<string, string>(app.Settings) { ["Mail_Smtp_Host"] = "smtp.example.org" },
            "doctor"
        );

        Assert.Contains("Mail_Smtp_Host (use two underscores in environment variables: Mail__Smtp__Host)", told.Output);
    }

    [Fact]
    public async Task What_is_ill_is_told_and_ends_with_1()
    {
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            await db.Database.ExecuteSqlAsync($"UPDATE People SET Zone = 'Europe/Atlantis'");
            await db.Database.ExecuteSqlAsync(
                $"UPDATE JobStatuses SET StartedAt = '2099-01-01 00:00:00' WHERE Job = 'reviews'"
            );
        });
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "backups")));
        await File.WriteAllTextAsync(backup, "no backup");
        await File.WriteAllTextAsync(Path.Combine(app.Folder, "keys", "key-1.xml"), "<key");

        var told = await CommandLine.RunAsync(
            app,
            "doctor",
            "--Mail:Smtp:Host=127.0.0.1",
            "--Mail:Smtp:Port=1",
            "--Database:ConnectionString=Data Source=" + Path.Combine(app.Folder, "compass.db")
        );

        Assert.Equal(1, told.ExitCode);
        foreach (
            var line in new[]
            {
                "✗ zone data: This system does not know Europe/Atlantis",
                "✗ mail: 127.0.0.1, port 1 cannot be reached",
                "✗ clock: It says",
                "is not a CareerCompass backup",
                "✗ keys: ",
            }
        )
        {
            Assert.Contains(line, told.Output);
        }
    }

    [Fact]
    public async Task A_mail_server_that_greets_is_well_and_gets_no_mail()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var heard = Task.Run(async () =>
        {
            using var caller = await server.AcceptTcpClientAsync();
            await caller.GetStream().WriteAsync("220 mail.example.org at your service\r\n"u8.ToArray());
            using var reader = new StreamReader(caller.GetStream());
            return await reader.ReadToEndAsync();
        });

        var told = await CommandLine.RunAsync(
            app,
            "doctor",
            "--Mail:Smtp:Host=127.0.0.1",
            $"--Mail:Smtp:Port={((IPEndPoint)server.LocalEndpoint).Port}"
        );

        Assert.Matches(@"✓ mail: 127\.0\.0\.1, port \d+ responds\n", told.Output);
        Assert.Equal("", await heard);
    }

    [Fact]
    public async Task A_folder_without_a_database_is_not_given_one()
    {
        var folder = Directory.CreateTempSubdirectory("careercompass-").FullName;
        try
        {
            var told = await CommandLine.RunAsync(app, "doctor", $"--Data:Folder={folder}");
            Assert.Equal(1, told.ExitCode);
            Assert.Contains("✗ database: There is none at", told.Output);
            Assert.False(File.Exists(Path.Combine(folder, "compass.db")));

            var nowhere = await CommandLine.RunAsync(app, "doctor", $"--Data:Folder={folder}/nowhere");
            Assert.Contains("✗ configuration: The data folder", nowhere.Output);
            Assert.False(Directory.Exists(Path.Combine(folder, "nowhere")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Otherwise the doctor would report a newly added setting as unknown.</summary>
    [Fact]
    public void The_doctor_knows_each_setting_that_the_code_reads()
    {
        var sources = Path.Combine(SourceTree.Sources, "CareerCompass.Web");
        var read = Directory
            .GetFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            )
            .SelectMany(file =>
                Regex.Matches(
                    File.ReadAllText(file),
                    """(?:\w\[|GetValue(?:<[^>]+>)?\(|GetSection\()"(?<key>[A-Z][A-Za-z]+(?::[A-Za-z]+)+)["]"""
                )
            )
            .Select(match => match.Groups["key"].Value)
            .Where(key => !key.StartsWith("Logging", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.NotEmpty(read);
        Assert.All(read, key =>
            Assert.True(KnownSettings.All.Any(setting => setting.Key == key), $"Add {key} to KnownSettings")
        );
    }

    private List<string> Files() =>
        [
            .. Directory
                .GetFiles(app.Folder, "*", SearchOption.AllDirectories)
                .Where(file => !file.Contains("compass.db-", StringComparison.Ordinal))
                .Order(),
        ];
}
