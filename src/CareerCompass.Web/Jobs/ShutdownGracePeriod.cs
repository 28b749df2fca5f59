namespace CareerCompass.Web.Jobs;

/// <summary>Lets what was begun, such as handing a message over, come to its end for a few seconds after it was asked to stop.</summary>
internal sealed class ShutdownGracePeriod : IDisposable
{
    /// <summary>Well within <see cref="HostOptions.ShutdownTimeout"/>.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource end = new();
    private readonly CancellationTokenRegistration stop;

    public ShutdownGracePeriod(CancellationToken stop) => this.stop = stop.Register(() => end.CancelAfter(Length));

    public CancellationToken Token => end.Token;

    public void Dispose()
    {
        stop.Dispose();
        end.Dispose();
    }
}
