using System.Net;
using System.Text.Json;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SettingsTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Settings_are_kept_and_move_the_next_review(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.RegisterAsync("ada@example.org", "Europe/Berlin");
        await person.PostFormAsync("/goals/new", ("Input.Title", "Lead a team"), ("Input.Target", "2027-12-01"));

        using var response = await person.PostFormAsync(
            "/settings",
            ("Input.Name", "Ada L."),
            ("Input.Zone", "Asia/Calcutta"),
            ("Input.Day", "Friday"),
            ("Input.At", "17:30"),
            ("Input.Hours", "7,5"),
            ("Input.Reminders", "false")
        );

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var currentPerson = (await app.WithDbAsync(person.PersonId, db => db.CurrentPersonAsync()))!;
        Assert.Equal(
            ("Ada L.", "Asia/Calcutta", DayOfWeek.Friday, new TimeOnly(17, 30), false),
            (
                currentPerson.Name,
                currentPerson.Zone,
                currentPerson.Rhythm.Day,
                currentPerson.Rhythm.Time,
                currentPerson.RemindersEnabled
            )
        );
        Assert.Equal(new DateTime(2027, 3, 5, 12, 0, 0, DateTimeKind.Utc), currentPerson.NextReviewAt);
        Assert.Equal((new DateOnly(2027, 3, 1), 450), Assert.Single(currentPerson.Capacities));
        Assert.Equal("Ada L.", (await person.ReadAsync("/help")).QuerySelector(".menu summary")!.TextContent);
    }

    [Fact]
    public async Task Hours_of_a_later_week_leave_the_earlier_ones_as_they_were()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        app.Clock.Now += TimeSpan.FromDays(7);

        await person.PostFormAsync("/settings", ("Input.Hours", "8"));

        var currentPerson = await app.WithDbAsync(person.PersonId, db => db.CurrentPersonAsync());
        Assert.Equal([(new DateOnly(2027, 3, 1), 300), (new DateOnly(2027, 3, 8), 480)], currentPerson!.Capacities);
    }

    [Fact]
    public async Task A_stale_form_is_told_and_keeps_what_was_typed_also_when_only_hours_changed_meanwhile()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        await person.PostFormAsync("/settings", ("Input.Hours", "8"));

        var page = await Browser.ReadAsync(
            await person.PostFormAsync(
                "/settings",
                ("Input.Name", "Ada L."),
                ("Input.Hours", "5"),
                ("Input.Version", "0")
            )
        );

        Assert.NotNull(page.QuerySelector(".problems"));
        Assert.Equal("Ada L.", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("1", page.QuerySelector("#Input_Version")!.GetAttribute("value"));
        Assert.Equal(
            480,
            (await app.WithDbAsync(person.PersonId, db => db.CurrentPersonAsync()))!.Capacities.Single().Minutes
        );
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Zone", "Mars/Olympus")]
    [InlineData("Input.Day", "9")]
    [InlineData("Input.At", "25:00")]
    [InlineData("Input.Hours", "many")]
    [InlineData("Input.Hours", "-3")]
    [InlineData("Input.Hours", "101")]
    public async Task What_cannot_be_is_told_at_its_field(string field, string value)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");

        var page = await Browser.ReadAsync(await person.PostFormAsync("/settings", (field, value)));

        Assert.NotEmpty(page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_export_holds_every_kind_of_row_that_is_the_persons_and_nobody_elses(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var stranger = await app.RegisterAsync("eve@example.org");
        await stranger.PostFormAsync("/goals/new", ("Input.Title", "Not yours"), ("Input.Target", "2027-12-01"));
        var person = await app.RegisterAsync("ada@example.org");
        await person.PostFormAsync("/goals/new", ("Input.Title", "In Trash"), ("Input.Target", "2027-12-01"));
        await app.WithDbAsync(person.PersonId, db =>
            db.Goals.ExecuteUpdateAsync(set => set.SetProperty(goal => goal.TrashedAt, TestApp.Start))
        );

        using var response = await person.PostFormAsync("/settings/export");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("careercompass-export-2027-03-03.json", response.Content.Headers.ContentDisposition!.FileName);
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        foreach (var type in await app.WithDbAsync(Guid.Empty, db => Task.FromResult(db.OwnedTypes().ToList())))
        {
            var rows = root.GetProperty(PersonExport.ExportNameOf(type));
            Assert.Equal(
                type.ClrType == typeof(Goal)
                || type.ClrType == typeof(Revision)
                || PersonExport.ExportNameOf(type) == "capacities"
                    ? 1
                    : 0,
                rows.GetArrayLength()
            );
        }

        Assert.Equal("ada@example.org", root.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal(
            "In Trash",
            root.GetProperty("revisions")[0].GetProperty("snapshot").GetProperty("Title").GetString()
        );
        Assert.DoesNotContain("Not yours", text, StringComparison.Ordinal);
        Assert.DoesNotContain("password", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_account_leaves_nothing_and_takes_its_password(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.RegisterAsync("ada@example.org");
        await person.PostFormAsync("/goals/new", ("Input.Title", "Lead a team"), ("Input.Target", "2027-12-01"));

        var refused = await Browser.ReadAsync(
            await person.PostFormAsync("/settings/delete", ("Input.Password", "wrong"))
        );
        Assert.NotNull(refused.QuerySelector("#Input_Password-error"));
        using var response = await person.PostFormAsync("/settings/delete", ("Input.Password", "a long password"));

        Assert.Equal("/welcome", response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/settings")).StatusCode);
        Assert.Equal(
            0,
            await app.WithDbAsync(person.PersonId, async db =>
                await db.Goals.CountAsync()
                + await db.Revisions.CountAsync()
                + await db.People.CountAsync()
                + await db.Users.CountAsync()
            )
        );
    }
}
