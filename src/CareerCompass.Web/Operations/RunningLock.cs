namespace CareerCompass.Web.Operations;

/// <summary>Tells other processes that this one works on the database, until it ends.</summary>
public sealed class RunningLock(DataPaths places) : IDisposable
{
    private FileStream? held;

    /// <summary>Together with other servers, but with no restore.</summary>
    public async Task ShareAsync() =>
        held ??= await FileLock.TryAsync(places.RunningLock, TimeSpan.FromSeconds(5), shared: true)
            ?? throw new UserFacingException("A backup is being restored. Start again when it has finished.");

    /// <summary>As the only one.</summary>
    /// <returns>Null when another still runs after so long.</returns>
    public Task<FileStream?> TryExclusiveAsync(TimeSpan patience) => FileLock.TryAsync(places.RunningLock, patience);

    public void Dispose() => held?.Dispose();
}
