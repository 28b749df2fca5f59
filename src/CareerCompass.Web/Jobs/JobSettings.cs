namespace CareerCompass.Web.Jobs;

/// <summary>Settings "Jobs".</summary>
public sealed class JobSettings
{
    /// <summary>Whether this instance runs the recurring jobs.</summary>
    public bool Enabled { get; set; } = true;

    public JobStore Store { get; set; } = JobStore.Database;

    /// <summary>Whether Hangfire's dashboard only shows what there is. Otherwise jobs can be deleted and run there.</summary>
    public bool ReadOnlyDashboard { get; set; } = true;
}
