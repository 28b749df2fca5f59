namespace CareerCompass.Web.Operations;

/// <summary>A lock on a file: it goes with the process that holds it, however that ends, and is seen by other containers on the same volume.</summary>
internal static class FileLock
{
    // What the systems call it when another holds the file
    private const int Linux = 11;
    private const int MacOS = 35;
    private const int Windows = unchecked((int)0x80070020);

    /// <summary>Takes the lock alone, or together with others who share it.</summary>
    /// <returns>Null when another holds it for longer than one is willing to wait.</returns>
    public static async Task<FileStream?> TryAsync(
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
