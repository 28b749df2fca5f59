using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CareerCompass.Web.Persistence;

internal static class PersistenceSetup
{
    /// <summary>Returns the folder for persistent data and creates it if needed.</summary>
    public static string CreateDataFolder(this IConfiguration configuration, IHostEnvironment environment) =>
        Directory.CreateDirectory(configuration.DataFolderPath(environment)).FullName;

    /// <summary>Returns the path without creating the folder.</summary>
    public static string DataFolderPath(this IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(configuration["Data:Folder"] ?? "data", RepositoryRoot(environment));

    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration.CreateDataFolder(builder.Environment);
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        builder.Services.AddSingleton(
            Operations.DataFolder.Inspect(folder, matters: settings.Provider == DatabaseProvider.Sqlite)
        );
        var paths = new DataPaths(
            folder,
            builder.Configuration.KeyFolderPath(builder.Environment),
            Path.GetFullPath(builder.Configuration["Backup:Folder"] ?? "backups", folder),
            SqliteFile(settings, folder)
        );
        builder.Services.AddSingleton(settings);
        builder.Services.AddScoped<OwnerScope>();
        builder.Services.AddSingleton(paths);
        builder.Services.AddSingleton<BackupStore>();
        builder.Services.AddSingleton<BackupRestorer>();
        builder.Services.AddSingleton<TemplateCatalog>();
        builder.Services.AddSingleton<DatabaseUpgrade>();
        builder.Services.AddSingleton<RunningLock>();
        if (settings.Provider == DatabaseProvider.Postgres)
        {
            if (string.IsNullOrWhiteSpace(settings.ConnectionString))
            {
                throw new InvalidOperationException(
                    "Database:Provider is Postgres, so Database:ConnectionString must be set."
                );
            }

            // Error details contain personal data, which must not be logged
            var server = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
            {
                IncludeErrorDetail = false,
            }.ConnectionString;
            builder.Services.AddDbContext<CompassDb, PostgresCompassDb>(
                (services, options) => options.UseNpgsql(server).UseCommonOptions(services),
                optionsLifetime: ServiceLifetime.Singleton
            );
        }
        else
        {
            var connection = settings.ConnectionString
                ?? new SqliteConnectionStringBuilder { DataSource = paths.DatabaseFile }.ToString();
            builder.Services.AddDbContext<CompassDb, SqliteCompassDb>(
                (services, options) =>
                    options
                        .UseSqlite(connection)
                        .AddInterceptors(new SqlitePragmaInterceptor())
                        .UseCommonOptions(services),
                optionsLifetime: ServiceLifetime.Singleton
            );
        }

        builder.AddKeys(settings.Provider);
    }

    /// <summary>The folder for Data Protection keys; on PostgreSQL, only of keys to import.</summary>
    public static string KeyFolderPath(this IConfiguration configuration, IHostEnvironment environment) =>
        Path.Combine(configuration.CreateDataFolder(environment), "keys");

    private static void AddKeys(this WebApplicationBuilder builder, DatabaseProvider provider)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("CareerCompass");
        if (provider == DatabaseProvider.Postgres)
        {
            builder
                .Services.AddOptions<KeyManagementOptions>()
                .Configure<IServiceScopeFactory>(
                    (options, scopes) => options.XmlRepository = new DatabaseKeyRepository(scopes)
                );
        }
        else
        {
            keys.PersistKeysToFileSystem(
                Directory.CreateDirectory(builder.Configuration.KeyFolderPath(builder.Environment))
            );
        }
    }

    private static string? SqliteFile(DatabaseSettings settings, string folder) =>
        settings switch
        {
            { Provider: DatabaseProvider.Postgres } => null,
            { ConnectionString: { } connection } => Path.GetFullPath(
                new SqliteConnectionStringBuilder(connection).DataSource
            ),
            _ => Path.Combine(folder, "compass.db"),
        };

    private static void UseCommonOptions(this DbContextOptionsBuilder options, IServiceProvider services) =>
        options
            .AddInterceptors(new VersionInterceptor())
            .AddInterceptors(services.GetServices<IInterceptor>())
            .ConfigureWarnings(warnings =>
                warnings.Ignore(
                    CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning,
                    // The sweep takes due people in any order: ordering would prevent the use of its two indexes
                    CoreEventId.RowLimitingOperationWithoutOrderByWarning
                )
            );

    // "dotnet run" should use the data folder beside the solution, regardless of the current directory
    private static string RepositoryRoot(IHostEnvironment environment)
    {
        for (var folder = new DirectoryInfo(environment.ContentRootPath); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CareerCompass.sln")))
            {
                return folder.FullName;
            }
        }

        return environment.ContentRootPath;
    }
}
