using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.Logging;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Hangfire.Storage.SQLite;
using SQLite;
using Queues = Hangfire.Storage.SQLite.PersistentJobQueueProviderCollection;

namespace CareerCompass.Web.Jobs;

/// <summary>
/// Registers the jobs with Hangfire; the only file that names it. No job relies on running exactly once.
/// </summary>
public sealed class HangfireScheduler(
    JobSettings settings,
    DatabaseSettings data,
    DataPaths paths,
    JobRunner runner,
    IHostApplicationLifetime life,
    ILoggerFactory logs
) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly RecurringJobOptions InUtc = new() { TimeZone = TimeZoneInfo.Utc };

    /// <summary>Failed runs are not retried, as the next one is at most a minute away.</summary>
    private static readonly JobFilterCollection Filters = new()
    {
        new AutomaticRetryAttribute
        {
            Attempts = 0,
            OnAttemptsExceeded = AttemptsExceededAction.Delete,
            LogEvents = false,
        },
        new StatisticsHistoryAttribute(),
    };

    private bool ReadOnlyDashboard { get; } = settings.ReadOnlyDashboard;

    private readonly ILogger log = logs.CreateLogger<HangfireScheduler>();
    private readonly Lock gate = new();
    private JobStorage? storage;

    /// <summary>Opened lazily, so that it does not delay the start.</summary>
    public JobStorage Storage
    {
        get
        {
            lock (gate)
            {
                return storage ??= Open();
            }
        }
    }

    public static IEndpointConventionBuilder MapDashboard(IEndpointRouteBuilder endpoints, string path, string home)
    {
        var scheduler = endpoints.ServiceProvider.GetRequiredService<HangfireScheduler>();
        var options = new DashboardOptions
        {
            AppPath = home,
            // The endpoint's policy authorizes
            Authorization = [],
            DashboardTitle = "CareerCompass",
            DisplayNameFunc = (_, job) => job.Args is [string name] ? name : job.ToString(),
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = _ => scheduler.ReadOnlyDashboard,
            StatsPollingInterval = 10_000,
        };
        return endpoints.Map(path + "/{**rest}", context =>
        {
            var request = context.Request;
            request.Path.StartsWithSegments(path, out var matched, out var rest);
            (request.PathBase, request.Path) = (request.PathBase + matched, rest.HasValue ? rest : "/");
            var dashboard = new AspNetCoreDashboardMiddleware(
                _ => Task.CompletedTask,
                scheduler.Storage,
                options,
                DashboardRoutes.Routes,
                finalizeWhenNotFound: true
            );
            return dashboard.Invoke(context);
        });
    }

    /// <summary>
    /// Hangfire disables a job for good after five storage errors, and waits when the clock is set back.
    /// </summary>
    /// <returns>The names of the jobs that were restored or removed.</returns>
    public static IReadOnlyList<string> Repair(JobStorage storage, TimeProvider clock)
    {
        using var connection = storage.GetConnection();
        var stored = connection.GetRecurringJobs().ToDictionary(job => job.Id);
        // Taken after reading, as a tick may move the next run ahead
        var now = clock.GetUtcNow().UtcDateTime;
        var wrong = RecurringJob.All.Where(job => !IsRight(job, stored.GetValueOrDefault(job.Name), now)).ToList();
        var unknown = stored.Keys.Where(name => RecurringJob.Find(name) is null).ToList();
        var manager = new RecurringJobManager(storage, Filters);
        foreach (var name in unknown.Concat(wrong.Select(job => job.Name)))
        {
            manager.RemoveIfExists(name);
        }

        foreach (var job in wrong)
        {
            manager.AddOrUpdate<JobRunner>(job.Name, runner => runner.TickAsync(job.Name), job.Schedule, InUtc);
        }

        return [.. unknown, .. wrong.Select(job => job.Name)];
    }

    public override void Dispose()
    {
        (storage as IDisposable)?.Dispose();
        // The provider is static and would outlive this app's loggers
        LogProvider.SetCurrentLogProvider(null);
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        GlobalConfiguration.Configuration.UseLogProvider(new AspNetCoreLogProvider(logs));
        using var ready = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, ready.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "The recurring jobs could not be scheduled. Trying again in a minute");
                await Task.Delay(Minute, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        var opened = Storage;
        try
        {
            Repair(opened, TimeProvider.System);
            var manager = new RecurringJobManager(opened, Filters);
            foreach (var job in RecurringJob.All)
            {
                manager.Trigger(job.Name);
            }

            var scheduler = new RecurringJobScheduler(new BackgroundJobFactory(Filters), TimeSpan.Zero);
            using var server = new BackgroundJobServer(ServerOptions(), opened, [scheduler]);
            using var timer = new PeriodicTimer(Minute);
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (Repair(opened, TimeProvider.System) is { Count: > 0 } repaired)
                {
                    log.LogWarning("Restored the schedule of {Jobs}", string.Join(", ", repaired));
                }
            }
        }
        finally
        {
            lock (gate)
            {
                storage = null;
            }

            (opened as IDisposable)?.Dispose();
        }
    }

    private static bool IsRight(RecurringJob job, RecurringJobDto? stored, DateTime now) =>
        stored is { Error: null, LoadException: null }
        && stored.Cron == job.Schedule
        && stored.NextExecution <= job.NextAfter(now);

    private BackgroundJobServerOptions ServerOptions() =>
        new()
        {
            WorkerCount = RecurringJob.All.Count,
            Activator = new RunnerActivator(runner),
            FilterProvider = Filters,
            HeartbeatInterval = Minute,
            ServerTimeout = Minute * 5,
            ShutdownTimeout = TimeSpan.FromSeconds(7),

            // Effectively off: no job is delayed, and a separate scheduler ticks at the full minute
            SchedulePollingInterval = TimeSpan.FromHours(1),
        };

    private JobStorage Open()
    {
        JobStorage opened =
            settings.Store == JobStore.Memory ? new InMemoryStorage()
            : data.Provider == DatabaseProvider.Postgres ? OpenPostgres(data.ConnectionString!)
            : OpenFile(Path.Combine(paths.Folder, "jobs.db"));
        opened.JobExpirationTimeout = TimeSpan.FromHours(6);
        return opened;
    }

    private static PostgreSqlStorage OpenPostgres(string connection)
    {
        var options = new PostgreSqlStorageOptions
        {
            QueuePollInterval = TimeSpan.FromSeconds(1),
            UseSlidingInvisibilityTimeout = true,
            StartupConnectionMaxRetries = 0,
            AllowDegradedModeWithoutStorage = false,

            InvisibilityTimeout = Minute * 2,
            DistributedLockTimeout = Minute * 2,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, options), options);
    }

    private static SqliteJobStorage OpenFile(string path)
    {
        try
        {
            return Open();
        }
        catch (SQLiteException error) when (error.Result is SQLite3.Result.Corrupt or SQLite3.Result.NonDBFile)
        {
            // The file holds nothing but the schedule and history, so a damaged one can be deleted
            foreach (var part in new[] { path, path + "-wal", path + "-shm" })
            {
                File.Delete(part);
            }

            return Open();
        }

        SqliteJobStorage Open() =>
            new(
                path,
                new SQLiteStorageOptions
                {
                    QueuePollInterval = TimeSpan.FromSeconds(1),
                    InvisibilityTimeout = Minute * 5,
                    AutoVacuumSelected = SQLiteStorageOptions.AutoVacuum.FULL,
                }
            );
    }

    /// <summary>
    /// The default connections crash the process: a lock's heartbeat shares one with a query (Hangfire.Storage.SQLite
    /// #79).
    /// </summary>
    public static SQLiteConnection Connect(string path)
    {
        var connection = new SQLiteConnection(
            path,
            SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.FullMutex
        )
        {
            BusyTimeout = TimeSpan.FromSeconds(10),
        };
        // Has no effect once there are tables
        connection.ExecuteScalar<string>("PRAGMA auto_vacuum = FULL");
        connection.ExecuteScalar<string>("PRAGMA synchronous = NORMAL");
        return connection;
    }

    /// <summary>
    /// Hangfire's SQLite storage with writes in transactions, locks in memory and empty indexes: a fifth of the writes,
    /// and no lock left behind by a killed process. Two processes on one file may both run a tick.
    /// </summary>
    private sealed class SqliteJobStorage : SQLiteStorage
    {
        private readonly SQLiteStorageOptions options;
        private readonly HashSet<string> locks = [];

        public SqliteJobStorage(string path, SQLiteStorageOptions options)
            : base(new SQLiteDbConnectionFactory(() => Connect(path)), options)
        {
            this.options = options;
            using var connection = CreateAndOpenConnection();
            EmptyIndexes(connection.Database);
        }

        public override IStorageConnection GetConnection() =>
            new SqliteJobConnection(CreateAndOpenConnection(), options, QueueProviders, locks);
    }

    /// <summary>
    /// Most writes are for indexes that small tables do not need. The storage recreates missing ones by name, so each
    /// is replaced by one that matches no row.
    /// </summary>
    private static void EmptyIndexes(SQLiteConnection connection)
    {
        var indexes = connection.QueryScalars<string>(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX%' AND sql NOT LIKE '% WHERE 0'"
        );
        foreach (var index in indexes)
        {
            var create = connection.ExecuteScalar<string>("SELECT sql FROM sqlite_master WHERE name = ?", index);
            connection.Execute($"DROP INDEX \"{index}\"");
            connection.Execute($"{create} WHERE 0");
        }
    }

    private sealed class SqliteJobConnection(
        HangfireDbContext db,
        SQLiteStorageOptions options,
        Queues queues,
        HashSet<string> locks
    ) : HangfireSQLiteConnection(db, options, queues)
    {
        private readonly Queues queues = queues;

        public override IWriteOnlyTransaction CreateWriteTransaction() => new SqliteJobTransaction(DbContext, queues);

        public override string CreateExpiredJob(
            Job job,
            IDictionary<string, string?> parameters,
            DateTime createdAt,
            TimeSpan expireIn
        )
        {
            var id = "";
            InTransaction(DbContext, () => id = base.CreateExpiredJob(job, parameters, createdAt, expireIn));
            return id;
        }

        public override IDisposable AcquireDistributedLock(string resource, TimeSpan timeout)
        {
            lock (locks)
            {
                while (!locks.Add(resource))
                {
                    if (!Monitor.Wait(locks, timeout))
                    {
                        throw new DistributedLockTimeoutException(resource);
                    }
                }
            }

            return new HeldLock(locks, resource);
        }
    }

    private sealed class SqliteJobTransaction(HangfireDbContext db, Queues queues)
        : SQLiteWriteOnlyTransaction(db, queues)
    {
        private readonly HangfireDbContext db = db;
        private readonly List<(string Job, string State)> states = [];

        // The only storage command that begins its own transaction
        public override void SetJobState(string jobId, IState state)
        {
            AddJobState(jobId, state);
            states.Add((jobId, state.Name));
        }

        public override void Commit() => InTransaction(db, () =>
            {
                base.Commit();
                foreach (var (job, state) in states)
                {
                    db.Database.Execute("UPDATE Job SET StateName = ? WHERE Id = ?", state, job);
                }
            });
    }

    private sealed class HeldLock(HashSet<string> locks, string resource) : IDisposable
    {
        public void Dispose()
        {
            lock (locks)
            {
                locks.Remove(resource);
                Monitor.PulseAll(locks);
            }
        }
    }

    private static void InTransaction(HangfireDbContext db, Action write)
    {
        db.Database.Execute("BEGIN IMMEDIATE");
        try
        {
            write();
            db.Database.Execute("COMMIT");
        }
        catch
        {
            db.Database.Execute("ROLLBACK");
            throw;
        }
    }

    private sealed class RunnerActivator(JobRunner runner) : JobActivator
    {
        public override object ActivateJob(Type jobType) => runner;
    }
}
