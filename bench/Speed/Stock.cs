using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CareerCompass.Bench.Speed;

/// <param name="Small">A goal with 20 open tasks of <see cref="Wide"/>, who has ten such goals.</param>
/// <param name="Large">The one goal of <see cref="Deep"/>, with 200 open tasks.</param>
internal sealed record Stock(string Folder, Guid Small, Guid Large) : IDisposable
{
    public const string Wide = "wide@example.org";
    public const string Deep = "deep@example.org";
    public const string Password = "a long password";

    public static async Task<Stock> FillAsync()
    {
        var folder = Directory.CreateTempSubdirectory("careercompass-bench-").FullName;
        await using var app = App.Build([
            "--environment=Production",
            $"--contentRoot={Server.Source()}",
            $"--Data:Folder={folder}",
            "--Jobs:Enabled=false",
            "--Logging:LogLevel:Default=Warning",
        ]);
        await app.MigrateAsync();
        for (var other = 0; other < 100; other++)
        {
            await PersonAsync(app, $"other{other}@example.org", goals: 5, milestones: 2, tasks: 20);
        }

        var wide = await PersonAsync(app, Wide, goals: 10, milestones: 1, tasks: 20);
        var deep = await PersonAsync(app, Deep, goals: 1, milestones: 10, tasks: 200);
        return new Stock(folder, wide, deep);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<Guid> PersonAsync(WebApplication app, string email, int goals, int milestones, int tasks)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var user = new AppUser
        {
            UserName = email,
            Email = email,
            EmailConfirmed = true,
        };
        if (email is Wide or Deep)
        {
            await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        }
        else
        {
            (user.NormalizedEmail, user.NormalizedUserName) = (email.ToUpperInvariant(), email.ToUpperInvariant());
            db.Users.Add(user);
        }

        scope.ServiceProvider.GetRequiredService<OwnerScope>().Use(user.Id);
        var person = new Person(user.Id, email.Split('@')[0], "Europe/Berlin", now);
        var today = person.Today(now);
        person.EnsureScheduled(default, now);
        db.People.Add(person);
        db.Capacities.Add(new Capacity(user.Id, today, Person.DefaultWeeklyMinutes));
        var first = Guid.Empty;
        for (var number = 1; number <= goals; number++)
        {
            var goal = new Goal(
                user.Id,
                $"Lead a team of {number + 3}",
                "I like to see others grow.",
                "A team that would work with me again.",
                today.AddMonths(9),
                today.AddDays(-30)
            );
            Plan(goal, milestones, tasks, today);
            db.Goals.Add(goal);
            db.Revisions.Add(Revision.RecordEdit(goal, null, now)!);
            db.TimeEntries.AddRange(
                Enumerable
                    .Range(1, 3)
                    .Select(day => new TimeEntry(user.Id, goal.Id, null, today.AddDays(-day), 45, today))
            );
            first = first == Guid.Empty ? goal.Id : first;
        }

        await db.SaveChangesAsync();
        return first;
    }

    private static void Plan(Goal goal, int milestones, int tasks, DateOnly today)
    {
        var stops = Enumerable
            .Range(1, milestones)
            .Select(number => goal.AddMilestone($"Milestone {number}", today.AddDays(20 * number), today).Id)
            .ToList();
        for (var number = 0; number < tasks; number++)
        {
            goal.AddTask(
                $"Ask {number} colleagues what they would change",
                30 + (number % 8 * 15),
                stops[number * milestones / tasks]
            );
        }
    }
}
