using System.Net;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests;

/// <summary>Several processes on one PostgreSQL database, behind any load balancer.</summary>
public sealed class InstancesTests
{
    [Theory, OnPostgres]
    public async Task What_one_instance_signed_all_others_take_though_each_has_a_folder_of_its_own(
        TestDatabase database
    )
    {
        await using var app = await TestApp.PrepareAsync(database);
        var folders = new[]
        {
            Directory.CreateTempSubdirectory("careercompass-a-"),
            Directory.CreateTempSubdirectory("careercompass-b-"),
        };

        using var first = AppProcess.Start(app, ("Data:Folder", folders[0].FullName));
        using var second = AppProcess.Start(app, ("Data:Folder", folders[1].FullName));
        using var one = await first.ClientAsync();
        using var two = await second.ClientAsync();
        await app.OpenAccountAsync("ada@example.org");

        // Signs in at the first, posts a form of the second to the first, and reads the result at the second
        var here = new Browser(one);
        Assert.Equal(
            "/",
            (
                await here.PostFormAsync(
                    "/account/sign-in",
                    ("Input.Email", "ada@example.org"),
                    ("Input.Password", "a long password")
                )
            )
                .Headers
                .Location!
                .OriginalString
        );
        var there = here with { Client = two };
        var token = await there.TokenAsync("/goals/new");
        using var answer = await here.PostAsync(
            "/goals/new",
            (Browser.TokenField, token),
            ("Input.Title", "Lead a team"),
            ("Input.Target", "2030-01-01")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await there.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.NotNull(page.QuerySelector("[role=status]"));

        Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.Set<DataProtectionKey>().CountAsync()));
        Assert.All(folders, folder =>
        {
            Assert.False(Directory.Exists(Path.Combine(folder.FullName, "keys")));
            folder.Delete(recursive: true);
        });
    }

    [Theory, OnPostgres]
    public async Task Who_is_signed_in_stays_so_when_the_keys_move_into_the_database(TestDatabase database)
    {
        await using var before = await TestApp.StartAsync();
        var person = await before.RegisterAsync("ada@example.org");
        await using var after = await TestApp.PrepareAsync(database);
        Directory.Move(Path.Combine(before.Folder, "keys"), Path.Combine(after.Folder, "keys"));
        _ = after.Services;

        await after.WithDbAsync(Guid.Empty, async db =>
        {
            db.Users.Add(await before.WithDbAsync(Guid.Empty, old => old.Users.AsNoTracking().SingleAsync()));
            db.People.Add(await before.WithDbAsync(person.PersonId, old => old.People.AsNoTracking().SingleAsync()));
            db.Sessions.Add(
                await before.WithDbAsync(person.PersonId, old => old.Sessions.AsNoTracking().SingleAsync())
            );
            await db.SaveChangesAsync();
        });

        await (person with { Client = after.Anonymous().Client }).ReadAsync("/settings");
    }
}
