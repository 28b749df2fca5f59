namespace CareerCompass.Web.Jobs;

public enum JobStore
{
    /// <summary>On SQLite the file jobs.db in the data folder; on PostgreSQL the schema "hangfire".</summary>
    Database,

    /// <summary>In this process, for a disk that cannot handle a few small writes a minute.</summary>
    Memory,
}
