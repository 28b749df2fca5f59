using System.Globalization;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class DiskCheck
{
    private const int DatabaseCopies = 3;
    private const long MinFreeBytes = 100_000_000;

    public static Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var places = services.GetRequiredService<DataPaths>();
        return Task.FromResult(
            Unwritable(places) is { } file
                ? CheckResult.Failed($"{file} is not writable. Give the user the app runs as write access to it.")
            : services.GetRequiredService<DataFolder>().IsEphemeral
                ? CheckResult.Warning(
                    $"{places.Folder} is inside the container and will be lost with it. Mount a volume there."
                )
            : FreeSpace(places)
        );
    }

    private static CheckResult FreeSpace(DataPaths places)
    {
        var size = places.DatabaseFile is { } file && File.Exists(file) ? new FileInfo(file).Length : 0;
        var need = Math.Max(DatabaseCopies * size, MinFreeBytes);
        foreach (var folder in new[] { places.Folder, places.Backups }.Where(Directory.Exists))
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            if (free < need)
            {
                return CheckResult.Failed(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{folder} has {free / 1e6:0} MB free and should have {need / 1e6:0} MB, because a new "
                            + $"backup is written before an old one is deleted."
                    )
                );
            }
        }

        return CheckResult.Passed(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{places.Folder} is writable and has {new DriveInfo(places.Folder).AvailableFreeSpace / 1e9:0.0} "
                    + $"GB free"
            )
        );
    }

    private static string? Unwritable(DataPaths places)
    {
        foreach (
            var file in new[]
            {
                places.DatabaseFile,
                Path.Combine(places.Folder, $".doctor-{Guid.CreateVersion7():N}"),
            }.OfType<string>()
        )
        {
            try
            {
                using var open = File.Exists(file)
                    ? new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
                    : new FileStream(
                        file,
                        FileMode.CreateNew,
                        FileAccess.Write,
                        FileShare.None,
                        1,
                        FileOptions.DeleteOnClose
                    );
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return file == places.DatabaseFile ? file : places.Folder;
            }
        }

        return null;
    }
}
