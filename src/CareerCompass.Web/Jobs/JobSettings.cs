namespace CareerCompass.Web.Jobs;

public sealed class JobSettings
{
    public bool Enabled { get; set; } = true;

    public JobStore Store { get; set; } = JobStore.Database;

    /// <summary>When false, jobs can be run and deleted in Hangfire's dashboard.</summary>
    public bool ReadOnlyDashboard { get; set; } = true;
}
