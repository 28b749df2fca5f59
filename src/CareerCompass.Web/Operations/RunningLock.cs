namespace CareerCompass.Web.Operations;

public sealed class RunningLock(DataPaths paths) : IDisposable
{
    private FileStream? held;

    public async Task AcquireSharedAsync() =>
        held ??= await FileLock.TryAcquireAsync(paths.RunningLockFile, TimeSpan.FromSeconds(5), shared: true)
            ?? throw new UserFacingException("A backup is being restored. Start again when it has finished.");

    /// <returns>Null when another process still runs after this time.</returns>
    public Task<FileStream?> TryAcquireExclusiveAsync(TimeSpan patience) =>
        FileLock.TryAcquireAsync(paths.RunningLockFile, patience);

    public void Dispose() => held?.Dispose();
}
