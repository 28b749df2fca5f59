using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>
/// The file of a backup: a zip laid out as the data folder is, so that whoever has nothing else unpacks it there. Beside
/// the database it holds the data-protection keys, without which sign-ins and what is encrypted in the database are lost.
/// </summary>
public static class BackupArchive
{
    public const string Database = "compass.db";
    private const string Keys = "keys/";
    private const string About = "backup.json";
    private const int Format = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string path, string database, string keys, BackupContents backupContents)
    {
        using var file = CreatePrivateFile(path);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            backupContents = backupContents with { Format = Format, Size = new FileInfo(database).Length };
            Add(zip, backupContents, Database, database);
            foreach (var key in Directory.Exists(keys) ? Directory.GetFiles(keys, "*.xml") : [])
            {
                Add(zip, backupContents, Keys + Path.GetFileName(key), key);
            }

            var text = JsonSerializer.SerializeToUtf8Bytes(backupContents, Json);
            using var about = zip.CreateEntry(About).Open();
            about.Write(text);
            zip.Comment = Convert.ToHexStringLower(SHA256.HashData(text)); // it vouches for all else, and this for it
        }

        file.Flush(flushToDisk: true);
    }

    /// <exception cref="UserFacingException">It is no backup, or a damaged one.</exception>
    public static BackupContents Read(string path) => Open(path, Read);

    /// <summary>Reads all of it back and compares it with what was put in.</summary>
    /// <exception cref="UserFacingException">It is no backup, or a damaged one.</exception>
    public static BackupContents Verify(string path, CancellationToken cancellation = default) => Open(path, zip =>
        {
            var backupContents = Read(zip);
            foreach (var name in backupContents.Files.Keys)
            {
                Copy(zip, backupContents, name, Stream.Null, cancellation);
            }

            return backupContents;
        });

    /// <summary>Unpacks the database to a file, and those keys that are not in the folder yet.</summary>
    /// <exception cref="UserFacingException">It is no backup, or a damaged one.</exception>
    public static BackupContents Unpack(string path, string database, string keys, CancellationToken cancellation) =>
        Open(path, zip =>
        {
            var backupContents = Read(zip);
            using (var target = CreatePrivateFile(database))
            {
                Copy(zip, backupContents, Database, target, cancellation);
                target.Flush(flushToDisk: true);
            }

            foreach (
                var name in backupContents.Files.Keys.Where(name => name.StartsWith(Keys, StringComparison.Ordinal))
            )
            {
                // Only the last part of a name is believed
                var file = Path.Combine(Directory.CreateDirectory(keys).FullName, Path.GetFileName(name));
                if (!File.Exists(file))
                {
                    using var target = CreatePrivateFile(file);
                    Copy(zip, backupContents, name, target, cancellation);
                }
            }

            return backupContents;
        });

    /// <summary>A new file that only its owner may read: a backup holds everybody's secrets.</summary>
    public static FileStream CreatePrivateFile(string path) =>
        new(
            path,
            OperatingSystem.IsWindows()
                ? new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }
                : new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
        );

    private static T Open<T>(string path, Func<ZipArchive, T> use)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return use(zip);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw new UserFacingException(
                $"{path} is not a CareerCompass backup, or it is damaged. Choose another one.",
                error
            );
        }
    }

    private static BackupContents Read(ZipArchive zip)
    {
        using var text = new MemoryStream();
        using (var about = (zip.GetEntry(About) ?? throw new InvalidDataException(About)).Open())
        {
            about.CopyTo(text);
        }

        if (zip.Comment != Convert.ToHexStringLower(SHA256.HashData(text.ToArray())))
        {
            throw new InvalidDataException(About);
        }

        var backupContents = JsonSerializer.Deserialize<BackupContents>(text.ToArray(), Json)
            ?? throw new InvalidDataException(About);
        return backupContents.Format <= Format
            ? backupContents
            : throw new UserFacingException(
                $"The backup was written by a newer version of CareerCompass ({backupContents.Version}). Restore it "
                    + $"with that version."
            );
    }

    private static void Add(ZipArchive zip, BackupContents backupContents, string name, string file)
    {
        using var source = File.OpenRead(file);
        using var target = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        backupContents.Files[name] = Hash(source, target, default);
    }

    private static void Copy(
        ZipArchive zip,
        BackupContents backupContents,
        string name,
        Stream target,
        CancellationToken cancellation
    )
    {
        using var source = (zip.GetEntry(name) ?? throw new InvalidDataException(name)).Open();
        if (Hash(source, target, cancellation) != backupContents.Files[name])
        {
            throw new InvalidDataException(name);
        }
    }

    private static string Hash(Stream source, Stream target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
