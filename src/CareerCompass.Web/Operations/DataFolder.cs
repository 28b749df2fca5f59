using System.Text.RegularExpressions;

namespace CareerCompass.Web.Operations;

/// <param name="IsEphemeral">In a container and not on a mount: deleted with the container.</param>
public sealed partial record DataFolder(string Path, bool IsEphemeral)
{
    private const string Mounts = "/proc/self/mountinfo";

    public static DataFolder Inspect(string path, bool matters) =>
        new(
            path,
            matters
                && Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1"
                && File.Exists(Mounts)
                && IsInsideContainer(File.ReadAllText(Mounts), path)
        );

    public void WarnIfEphemeral(ILogger log)
    {
        if (IsEphemeral)
        {
            log.LogWarning(
                "The data folder {Folder} is not on a volume, so everything in it will be lost with this container. "
                    + "Mount a volume there, as compose.yaml does.",
                Path
            );
        }
    }

    /// <param name="mountinfo">Linux's /proc/self/mountinfo.</param>
    public static bool IsInsideContainer(string mountinfo, string path)
    {
        var mounts = mountinfo
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Where(fields => Array.IndexOf(fields, "-") is >= 6 and var dash && dash + 1 < fields.Length)
            .Select(fields =>
                (Root: fields[3], Point: Unescape(fields[4]), Type: fields[Array.IndexOf(fields, "-") + 1])
            );

        // The deepest mount holds the folder; of two on one point, the later hides the earlier
        var (root, point, type) = mounts
            .Where(mount => Contains(mount.Point, path))
            .OrderBy(mount => mount.Point.Length)
            .LastOrDefault();
        return point is "/" || type is "tmpfs" or "ramfs" || (root is not null && AnonymousVolume().IsMatch(root));
    }

    private static bool Contains(string point, string path) =>
        point == "/" || path == point || path.StartsWith(point + "/", StringComparison.Ordinal);

    // A space is written \040
    private static string Unescape(string text) =>
        Octal().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 8)).ToString());

    [GeneratedRegex(@"\\([0-7]{3})")]
    private static partial Regex Octal();

    /// <summary>Docker creates it when nothing is mounted; "docker compose down" orphans or deletes it.</summary>
    [GeneratedRegex("/volumes/[0-9a-f]{64}/_data$")]
    private static partial Regex AnonymousVolume();
}
