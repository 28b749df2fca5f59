using System.Globalization;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class DiskCheck
{
    private const int DatabaseCopies = 3;
    private const long MinFreeBytes = 100_000_000;

    public static Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var paths = services.GetRequiredService<DataPaths>();
        return Task.FromResult(
            FindUnwritable(paths) is { } file
                ? CheckResult.Failed($"{file} is not writable. Give the user the app runs as write access to it.")
            : services.GetRequiredService<DataFolder>().IsEphemeral
                ? CheckResult.Warning(
                    $"{paths.Folder} is inside the container and will be lost with it. Mount a volume there."
                )
            : CheckFreeSpace(paths)
        );
    }

    private static CheckResult CheckFreeSpace(DataPaths paths)
    {
        var size = paths.DatabaseFile is { } file && File.Exists(file) ? new FileInfo(file).Length : 0;
        var need = Math.Max(DatabaseCopies * size, MinFreeBytes);
        foreach (var folder in new[] { paths.Folder, paths.BackupFolder }.Where(Directory.Exists))
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
                $"{paths.Folder} is writable and has {new DriveInfo(paths.Folder).AvailableFreeSpace / 1e9:0.0} "
                    + $"GB free"
            )
        );
    }

    private static string? FindUnwritable(DataPaths paths)
    {
        foreach (
            var file in new[]
            {
                paths.DatabaseFile,
                Path.Combine(paths.Folder, $".doctor-{Guid.CreateVersion7():N}"),
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
                return file == paths.DatabaseFile ? file : paths.Folder;
            }
        }

        return null;
    }
}
