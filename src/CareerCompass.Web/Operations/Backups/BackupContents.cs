using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">The shape of the archive. Raised when an older app would read it wrongly.</param>
/// <param name="Files">SHA-256 of each file in it.</param>
/// <param name="Rows">How many rows each table had.</param>
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
