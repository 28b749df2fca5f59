namespace CareerCompass.Web.Operations;

/// <summary>Ends with its process, however that ends, and works between containers on the same volume.</summary>
internal static class FileLock
{
    // The errno of a file that another process has locked
    private const int Linux = 11;
    private const int MacOS = 35;
    private const int Windows = unchecked((int)0x80070020);

    /// <returns>Null on timeout.</returns>
    public static async Task<FileStream?> TryAcquireAsync(
        string path,
        TimeSpan patience,
        bool shared = false,
        CancellationToken cancellation = default
    )
    {
        for (var started = TimeProvider.System.GetTimestamp(); ; await Task.Delay(50, cancellation))
        {
            try
            {
                return shared
                    ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                    : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error.HResult is Linux or MacOS or Windows)
            {
                if (TimeProvider.System.GetElapsedTime(started) >= patience)
                {
                    return null;
                }
            }
        }
    }
}
