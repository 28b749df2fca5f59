using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>A backup file. Its name holds the time (UTC) and reason, and is only given after verification.</summary>
public sealed partial record Backup(string Path, DateTime TakenAt, string Reason)
{
    public const string Nightly = "nightly";
    public const string Manual = "manual";
    private const string BeforePrefix = "before-";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    public bool IsBeforeMigration => Reason.StartsWith(BeforePrefix, StringComparison.Ordinal);

    public long Size => new FileInfo(Path).Length;

    /// <summary>The reason of a backup before this migration, such as "20270303100000_Operations".</summary>
    public static string BeforeMigration(string migration) =>
        BeforePrefix + migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    public static string FileName(DateTime takenAt, string reason) =>
        $"careercompass-{takenAt.ToString(Stamp, CultureInfo.InvariantCulture)}-{reason}.zip";

    public static Backup? Parse(string path) =>
        Name().Match(System.IO.Path.GetFileName(path)) is { Success: true } match
        && DateTime.TryParseExact(
            match.Groups["at"].Value,
            Stamp,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? new Backup(path, at, match.Groups["reason"].Value)
            : null;

    [GeneratedRegex(@"^careercompass-(?<at>\d{8}T\d{6}Z)-(?<reason>nightly|manual|before-\w+)\.zip$")]
    private static partial Regex Name();
}
