namespace CareerCompass.Web.Operations;

public sealed class RunningLock(DataPaths places) : IDisposable
{
    private FileStream? held;

    public async Task ShareAsync() =>
        held ??= await FileLock.TryAsync(places.RunningLock, TimeSpan.FromSeconds(5), shared: true)
            ?? throw new UserFacingException("A backup is being restored. Start again when it has finished.");

    /// <returns>Null when another process still runs after this time.</returns>
    public Task<FileStream?> TryExclusiveAsync(TimeSpan patience) => FileLock.TryAsync(places.RunningLock, patience);

    public void Dispose() => held?.Dispose();
}
