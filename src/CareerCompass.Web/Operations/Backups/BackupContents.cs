namespace CareerCompass.Web.Operations.Backups;

/// <param name="Format">Raise it when an older app would misread the archive.</param>
/// <param name="Files">SHA-256 of each file.</param>
public sealed record BackupContents(
    int Format,
    DateTime TakenAt,
    string Reason,
    string Version,
    string? Migration,
    long Size,
    SortedDictionary<string, string> Files,
    SortedDictionary<string, long> Rows
);
