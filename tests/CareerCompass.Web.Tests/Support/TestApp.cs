using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerCompass.Web.Tests.Support;

/// <summary>
/// The whole app on a real database, without scheduler and with a fixed clock. Settings arrive as on the command line,
/// so that no part of the start is bypassed.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    /// <summary>The clock's initial time, a Wednesday.</summary>
    public static readonly DateTime Start = new(2027, 3, 3, 10, 0, 0, DateTimeKind.Utc);

    public const string SetupCode = "TEST-SETUP-CODE";

    /// <summary>Makes password hashing as slow as in production, for tests that measure time.</summary>
    public const string RealHashing = "Tests:RealHashing";

    private readonly Dictionary<string, string> settings;
    private readonly string environment;
    private readonly string? ownDatabase;
    private readonly string? ownFolder;
    private readonly QueryCounter counter = new();
    private IInterceptor? interceptor;

    private TestApp(string folder, string environment, Dictionary<string, string> settings, bool ownsData)
    {
        (Folder, this.environment, this.settings) = (folder, environment, settings);
        ownFolder = ownsData ? folder : null;
        ownDatabase = ownsData ? settings.GetValueOrDefault("Database:ConnectionString") : null;
        ClientOptions.AllowAutoRedirect = false;
    }

    public TestClock Clock { get; } = new(Start);

    public RecordedLog Log { get; } = new();

    public string Folder { get; }

    public IReadOnlyDictionary<string, string> Settings => settings;

    public Uri Address => ClientOptions.BaseAddress;

    public string MailFolder => Path.Combine(Folder, "mail");

    public static async Task<TestApp> StartAsync(
        TestDatabase database = TestDatabase.Sqlite,
        string environment = "Production",
        params (string Key, string Value)[] settings
    )
    {
        var app = await PrepareAsync(database, environment, settings);
        _ = app.Services;
        return app;
    }

    public static async Task<TestApp> ListenAsync(
        TestDatabase database = TestDatabase.Sqlite,
        string environment = "Production",
        params (string Key, string Value)[] settings
    )
    {
        var app = await PrepareAsync(database, environment, settings);
        app.UseKestrel(0);
        app.StartServer();
        return app;
    }

    /// <summary>Prepares the app; its first use starts it.</summary>
    public static async Task<TestApp> PrepareAsync(
        TestDatabase database = TestDatabase.Sqlite,
        string environment = "Production",
        params (string Key, string Value)[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("careercompass-").FullName;
        var all = new Dictionary<string, string>
        {
            ["Jobs:Enabled"] = "false",
            ["Data:Folder"] = folder,
            ["Setup:Code"] = SetupCode,
            ["Registration:Mode"] = "Open",
        };

        // All tests of a class share one address and few others; the limits have their own tests
        all["SignIn:TriesPerAddress"] = all["SignIn:TriesPerAccount"] = "10000";
        if (database == TestDatabase.Postgres)
        {
            all["Database:Provider"] = nameof(DatabaseProvider.Postgres);
            all["Database:ConnectionString"] = await PostgresServer.CreateDatabase();
        }

        return new TestApp(folder, environment, Merged(all, settings), ownsData: true);
    }

    /// <summary>An app on data that another owner cleans up.</summary>
    public static TestApp Over(IReadOnlyDictionary<string, string> settings, IInterceptor? interceptor = null)
    {
        var app = new TestApp(
            settings["Data:Folder"],
            "Production",
            new Dictionary<string, string>(settings),
            ownsData: false
        )
        {
            interceptor = interceptor,
        };
        _ = app.Services;
        return app;
    }

    public TestApp Twin(params (string Key, string Value)[] changes)
    {
        var twin = new TestApp(Folder, environment, Merged(settings, changes), ownsData: false)
        {
            Clock = { Now = Clock.Now },
        };
        _ = twin.Services;
        return twin;
    }

    /// <summary>Opens an account and signs in. The first one on a server is its administrator.</summary>
    public async Task<Browser> RegisterAsync(string email, string zone = "UTC") =>
        await SignInAsync(await OpenAccountAsync(email, zone));

    public async Task<Browser> SignInAsync(Guid id)
    {
        var browser = Anonymous();
        await browser.GetAsync(SignInFilter.Path + id);
        return browser with { PersonId = id };
    }

    public async Task<Guid> OpenAccountAsync(string email, string zone = "UTC")
    {
        await using var scope = Services.CreateAsyncScope();
        var (user, result) = await scope
            .ServiceProvider.GetRequiredService<Accounts>()
            .CreateAsync(email.Split('@')[0], email, "a long password", zone);
        Assert.True(result.Succeeded, result.ToString());
        return user.Id;
    }

    public Browser Anonymous() =>
        new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false }))
        {
            Log = Log,
        };

    /// <summary>Uses the database with this owner's filter; Guid.Empty sees rows without an owner.</summary>
    public async Task<T> WithDbAsync<T>(Guid ownerId, Func<CompassDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OwnerScope>().Use(ownerId);
        return await use(scope.ServiceProvider.GetRequiredService<CompassDb>());
    }

    public Task WithDbAsync(Guid ownerId, Func<CompassDb, Task> use) => WithDbAsync(ownerId, async db =>
        {
            await use(db);
            return 0;
        });

    public Task<int> RunAsync(RecurringJob job) => Services.GetRequiredService<JobRunner>().RunAsync(job);

    public QueryCount CountQueries() => counter.Begin();

    /// <summary>Restores the initial state: no accounts, no mail, the clock at its start.</summary>
    public async Task ResetAsync()
    {
        Clock.Now = Start;
        await WithDbAsync(Guid.Empty, async db =>
        {
            await db.EraseGoalsAsync(_ => true);
            await db.Users.ExecuteDeleteAsync();
            await db.JobStatuses.ExecuteDeleteAsync();
            await db.ServerValues.ExecuteDeleteAsync();
        });
        foreach (var mail in Directory.GetFiles(MailFolder))
        {
            File.Delete(mail);
        }
    }

    /// <summary>Stops the app but keeps its data until it is disposed.</summary>
    public async Task DisposeServerAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownDatabase is not null)
        {
            await PostgresServer.Drop(ownDatabase);
        }

        if (ownFolder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(ownFolder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IInterceptor>(counter);
            if (settings.ContainsKey(LaterMigration.Setting.Key))
            {
                LaterMigration.Add(services);
            }

            if (interceptor is not null)
            {
                services.AddSingleton(interceptor);
            }

            services.AddTransient<IStartupFilter, SignInFilter>();

            // Weak but fast hashing for tests
            if (!settings.ContainsKey(RealHashing))
            {
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            }
        });
    }

    private static Dictionary<string, string> Merged(
        Dictionary<string, string> settings,
        (string Key, string Value)[] changes
    )
    {
        var all = new Dictionary<string, string>(settings);
        foreach (var (key, value) in changes)
        {
            all[key] = value;
        }

        return all;
    }
}
