namespace CareerCompass.Web.Jobs;

/// <summary>Where Hangfire keeps its schedule and its log of runs.</summary>
public enum JobStore
{
    /// <summary>On SQLite a file of its own, jobs.db in the data folder; on PostgreSQL the schema "hangfire".</summary>
    Database,

    /// <summary>In this process. For a disk that cannot take a few small writes a minute.</summary>
    Memory,
}
