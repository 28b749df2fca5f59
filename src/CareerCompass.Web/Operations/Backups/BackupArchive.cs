using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>
/// A zip with the layout of the data folder, which can be unpacked by hand. Includes the data-protection keys, without
/// which sign-ins and encrypted data are lost.
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
            // The manifest's hash, which in turn covers all files
            zip.Comment = Convert.ToHexStringLower(SHA256.HashData(text));
        }

        file.Flush(flushToDisk: true);
    }

    /// <exception cref="UserFacingException">The file is not a backup, or is damaged.</exception>
    public static BackupContents Read(string path) => Open(path, Read);

    /// <exception cref="UserFacingException">The file is not a backup, or is damaged.</exception>
    public static BackupContents Verify(string path, CancellationToken cancellation = default) => Open(path, zip =>
        {
            var backupContents = Read(zip);
            foreach (var name in backupContents.Files.Keys)
            {
                Copy(zip, backupContents, name, Stream.Null, cancellation);
            }

            return backupContents;
        });

    /// <summary>Adds only the keys that the folder lacks.</summary>
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
                // Only the file name is used: a path in an untrusted zip could point anywhere
                var file = Path.Combine(Directory.CreateDirectory(keys).FullName, Path.GetFileName(name));
                if (!File.Exists(file))
                {
                    using var target = CreatePrivateFile(file);
                    Copy(zip, backupContents, name, target, cancellation);
                }
            }

            return backupContents;
        });

    /// <summary>Readable only by its owner: a backup holds everyone's secrets.</summary>
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
