namespace CareerCompass.Web.Jobs;

/// <summary>Gives work in progress, such as sending a message, a few seconds after a stop is requested.</summary>
internal sealed class ShutdownGracePeriod : IDisposable
{
    /// <summary>Well below <see cref="HostOptions.ShutdownTimeout"/>.</summary>
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
