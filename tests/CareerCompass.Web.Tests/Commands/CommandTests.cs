using System.Text.Json;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Commands;

public sealed class CommandTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() =>
        app = await TestApp.StartAsync(settings: ("App:PublicUrl", "https://compass.example.org/plan"));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Each_command_explains_itself_with_an_example()
    {
        var root = await CommandLine.RunAsync(app, "--help");
        foreach (
            var name in new[]
            {
                "migrate",
                "backup",
                "restore",
                "doctor",
                "reset-password",
                "change-email",
                "export",
                "testmail",
            }
        )
        {
            Assert.Contains(name, root.Output);
            var help = await CommandLine.RunAsync(app, name, "--help");
            Assert.Equal((0, ""), (help.ExitCode, help.Errors));
            Assert.Matches($@"Examples?:\s+\S.* {name}", help.Output);
        }
    }

    [Theory]
    [InlineData("bakcup")]
    [InlineData("restore")]
    [InlineData("backup", "--too", "x.zip")]
    [InlineData("reset-password", "a@example.org", "b@example.org")]
    [InlineData("restore", "--Data:Folder", "/data", "x.zip")]
    public async Task What_is_typed_wrongly_ends_with_2_and_the_way_to_help(params string[] arguments)
    {
        var told = await CommandLine.RunAsync(app, arguments);

        Assert.Equal((2, ""), (told.ExitCode, told.Output));
        Assert.Contains("--help", Assert.Single(told.Errors.TrimEnd().Split('\n')));
    }

    [Theory]
    [InlineData("App:PublicUrl", "compass", "App:PublicUrl is not an http(s) address: compass")]
    [InlineData(
        "Database:Provider",
        "Postgres",
        "Database:Provider is Postgres, so Database:ConnectionString must be set."
    )]
    [InlineData("Mail:From", "nobody", "Mail:From is not an e-mail address: nobody")]
    public async Task A_setting_that_cannot_work_is_told_in_a_sentence(string key, string value, string sentence)
    {
        foreach (var arguments in new[] { ["migrate"], new[] { "backup" }, ["reset-password", "ada@example.org"] })
        {
            var told = await CommandLine.RunAsync(app.Settings, [.. arguments, $"--{key}={value}"]);
            Assert.Equal((1, $"{sentence}\n"), (told.ExitCode, told.Errors));
        }

        var doctor = await CommandLine.RunAsync(app.Settings, "doctor", $"--{key}={value}");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains($"✗ configuration: {sentence}", doctor.Output);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_a_sentence()
    {
        string[] nobody =
        [
            "--Database:Provider=Postgres",
            "--Database:ConnectionString=Host=127.0.0.1;Port=1;Timeout=2",
        ];
        foreach (
            var arguments in new[]
            {
                ["migrate"],
                new[] { "export", "ada@example.org" },
                ["reset-password", "ada@example.org"],
            }
        )
        {
            var told = await CommandLine.RunAsync(app.Settings, [.. arguments, .. nobody]);
            Assert.Equal(1, told.ExitCode);
            Assert.StartsWith("The database cannot be reached: ", Assert.Single(told.Errors.TrimEnd().Split('\n')));
        }

        Assert.Contains(
            "✗ database: The database cannot be reached",
            (await CommandLine.RunAsync(app.Settings, ["doctor", .. nobody])).Output
        );
        Assert.Contains("pg_dump", (await CommandLine.RunAsync(app.Settings, ["backup", .. nobody])).Errors);
        Assert.Contains("pg_restore", (await CommandLine.RunAsync(app.Settings, ["restore", "x", .. nobody])).Errors);
    }

    [Fact]
    public async Task A_backup_goes_where_it_is_told_and_replaces_nothing()
    {
        await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));
        var to = Path.Combine(app.Folder, "elsewhere", "mine.zip");

        var told = await CommandLine.RunAsync(app, "backup", "--to", to);
        Assert.Equal((0, $"Created and verified {to}: 1 people, 1 goals.\n"), (told.ExitCode, told.Output));
        Assert.Equal([to], Directory.GetFiles(Path.GetDirectoryName(to)!));

        var again = await CommandLine.RunAsync(app, "backup", "--to", to);
        Assert.Equal((1, $"{to} already exists. Choose another name.\n"), (again.ExitCode, again.Errors));
    }

    [Fact]
    public async Task A_lost_password_is_replaced_by_a_link_that_works_once_and_ends_a_lockout()
    {
        var id = await app.OpenAccountAsync("ada@example.org");
        await app.WithDbAsync(id, db =>
            db.Users.ExecuteUpdateAsync(set =>
                set.SetProperty(user => user.AccessFailedCount, 3)
                    .SetProperty(user => user.LockoutEnd, new DateTimeOffset(app.Clock.Now.AddYears(1)))
            )
        );

        var told = await CommandLine.RunAsync(app, "reset-password", "Ada@example.org");

        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.StartsWith("https://compass.example.org/plan/account/reset/", told.Output);
        Assert.Equal(
            (0, null),
            await app.WithDbAsync(id, db =>
                db.Users.Select(user => ValueTuple.Create(user.AccessFailedCount, user.LockoutEnd)).SingleAsync()
            )
        );

        // The two hours follow the system clock, which differs from the app's here
        app.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(119);
        var path = new Uri(told.Output.Trim()).AbsolutePath["/plan".Length..];
        using var reset = await app.Anonymous().PostFormAsync(path, ("Input.Password", "a quite new password"));
        Assert.Equal("/plan/account/sign-in", reset.Headers.Location?.ToString());
        Assert.DoesNotContain("Input.Password", (await app.Anonymous().ReadAsync(path)).Body!.InnerHtml);

        var nobody = await CommandLine.RunAsync(app, "reset-password", "eve@example.org");
        Assert.Equal((1, "There is no account with the address eve@example.org.\n"), (nobody.ExitCode, nobody.Errors));
    }

    [Fact]
    public async Task A_link_that_is_printed_does_not_confirm_the_address()
    {
        var id = await app.OpenAccountAsync("ada@example.org");

        var told = await CommandLine.RunAsync(
            app,
            "reset-password",
            "ada@example.org",
            "--Mail:Smtp:Host=mail.invalid"
        );
        app.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var twin = app.Twin(("Mail:Smtp:Host", "mail.invalid"));
        using var reset = await twin.Anonymous()
            .PostFormAsync(
                new Uri(told.Output.Trim()).AbsolutePath["/plan".Length..],
                ("Input.Password", "a quite new password")
            );

        Assert.Equal("/plan/account/sign-in", reset.Headers.Location?.ToString());
        Assert.False(await app.WithDbAsync(id, db => db.Users.Select(user => user.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task A_lost_second_step_is_turned_off_and_its_owner_told()
    {
        var id = await app.OpenAccountAsync("ada@example.org");
        await app.WithDbAsync(id, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true))
        );

        var told = await CommandLine.RunAsync(app, "reset-password", "ada@example.org", "--second-factor");

        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.StartsWith("https://compass.example.org/plan/account/reset/", told.Output);
        Assert.False(await app.WithDbAsync(id, db => db.Users.Select(user => user.TwoFactorEnabled).SingleAsync()));
        var detail = await app.WithDbAsync(id, db =>
            db.OutboxMessages.Select(outboxMessage => outboxMessage.Detail).SingleAsync()
        );
        Assert.Equal(
            (CredentialChange.AuthenticatorReset, "The server command line"),
            CredentialChanges.FromDetail(detail)
        );
    }

    [Fact]
    public async Task Where_people_sign_in_by_the_provider_alone_no_dead_link_is_printed()
    {
        var id = await app.OpenAccountAsync("ada@example.org");
        await app.WithDbAsync(id, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true))
        );
        string[] only = ["--Oidc:Authority=https://id.example.org", "--Oidc:ClientId=compass", "--Oidc:Only=true"];

        var refused = await CommandLine.RunAsync(app, ["reset-password", "ada@example.org", .. only]);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("Oidc:Only", Assert.Single(refused.Errors.TrimEnd().Split('\n')));

        var reset = await CommandLine.RunAsync(app, ["reset-password", "ada@example.org", "--second-factor", .. only]);
        Assert.Equal((0, ""), (reset.ExitCode, reset.Errors));
        Assert.DoesNotContain("/account/reset/", reset.Output);
        Assert.Equal(
            (false, 0),
            await app.WithDbAsync(id, async db =>
                (await db.Users.Select(user => user.TwoFactorEnabled).SingleAsync(), await db.MailTokens.CountAsync())
            )
        );
    }

    [Fact]
    public async Task An_address_is_changed_unless_it_is_another_accounts()
    {
        var id = await app.OpenAccountAsync("ada@exmaple.org");
        await app.OpenAccountAsync("bob@example.org");

        var told = await CommandLine.RunAsync(app, "change-email", "Ada@exmaple.org", "ada@example.org");

        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Contains("ada@example.org", told.Output);
        Assert.Equal(
            "ada@example.org",
            await app.WithDbAsync(id, db =>
                db.Users.Where(user => user.Id == id).Select(user => user.Email).SingleAsync()
            )
        );
        foreach (
            var (arguments, sentence) in new[]
            {
                (new[] { "ada@example.org", "BOB@example.org" }, "An account with this address already exists."),
                (["ada@example.org", "nonsense"], "nonsense is not an e-mail address."),
                (["eve@example.org", "new@example.org"], "There is no account with the address eve@example.org."),
            }
        )
        {
            var refused = await CommandLine.RunAsync(app, ["change-email", .. arguments]);
            Assert.Equal((1, $"{sentence}\n"), (refused.ExitCode, refused.Errors));
        }
    }

    [Fact]
    public async Task An_export_is_the_document_of_the_settings_page()
    {
        var ada = await app.RegisterAsync("ada@example.org");
        await SampleData.ArrangeAsync(app, ada.PersonId);
        await app.GoalAsync(await app.OpenAccountAsync("bob@example.org"), "A goal of somebody else");
        using var page = await ada.PostFormAsync("/settings/export");
        var expected = Timeless(await page.Content.ReadAsStringAsync());

        var printed = await CommandLine.RunAsync(app, "export", "ada@example.org");
        var file = Path.Combine(app.Folder, "ada.json");
        var written = await CommandLine.RunAsync(app, "export", "ada@example.org", "--to", file);

        Assert.Equal((0, ""), (printed.ExitCode, printed.Errors));
        Assert.Equal(expected, Timeless(printed.Output));
        Assert.Equal((0, expected), (written.ExitCode, Timeless(await File.ReadAllTextAsync(file))));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, FileRights.Of(file));
        Assert.DoesNotContain("somebody else", printed.Output);
    }

    private static string Timeless(string document)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(document)!.AsObject();
        Assert.True(node.Remove("exportedAt"));
        return node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
