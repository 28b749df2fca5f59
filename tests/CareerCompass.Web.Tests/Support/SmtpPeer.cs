using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace CareerCompass.Web.Tests.Support;

/// <summary>npm's smtp-server, as good or bad as wanted.</summary>
public sealed class SmtpPeer : IDisposable
{
    public const string Password = "correct horse battery";

    private readonly NodePeer node;
    private bool ended;
    private int asked;
    private int moods;

    private SmtpPeer(NodePeer node) => this.node = node;

    public int Port => node.Port;

    public IReadOnlyList<Eml> Letters => [.. Mails.Select(mail => Eml.Read(mail.GetProperty("mail").GetString()!))];

    /// <summary>What it took over so far, in that order; also what is still on its way through the pipe.</summary>
    public IReadOnlyList<JsonElement> Mails
    {
        get
        {
            asked++;
            node.TellAsync("told").GetAwaiter().GetResult();
            Assert.True(SpinWait.SpinUntil(() => Told("told").Count() >= asked, TimeSpan.FromSeconds(30)), node.Output);
            return [.. Told("mail")];
        }
    }

    /// <summary>How to reach it, in plain text unless settings after these say otherwise.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Mail:Smtp:Host", "localhost"),
        ("Mail:Smtp:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Mail:Smtp:StartTls", "false"),
        ("Mail:Smtp:TimeoutSeconds", "30"),
        ("Mail:From", "CareerCompass <compass@example.org>"),
        ("App:PublicUrl", "https://compass.example.org"),
    ];

    public static async Task<SmtpPeer> StartAsync(object? options = null) => new(await NodePeer.StartAsync("smtp", ("OPTIONS", Json(options ?? new { }))));

    /// <summary>From here on it behaves so: see server.mjs. An empty object is a good mood.</summary>
    public async Task FeelAsync(object mood)
    {
        moods++;
        await node.TellAsync(Json(mood));
        await Poll.UntilAsync(() => Task.FromResult(Told("mood").Count() == moods), () => node.Output);
    }

    public void Dispose()
    {
        if (!ended)
        {
            ended = true;
            node.Dispose();
        }
    }

    private IEnumerable<JsonElement> Told(string what) => node.Output.Split('\n').Where(line => line.StartsWith('{'))
        .Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty(what, out _));

    private static string Json(object what) => JsonSerializer.Serialize(what, JsonSerializerOptions.Web);
}

/// <summary>An authority of our own, and a certificate for "localhost" by it, as PEM files.</summary>
public sealed class TestCertificates : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("careercompass-tls-");

    public TestCertificates()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        using var root = authority.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, from.AddDays(1), to.AddDays(-1), [1, 2, 3]);
        File.WriteAllText(Authority, root.ExportCertificatePem());
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
    }

    public string Authority => Path.Combine(folder.FullName, "authority.pem");

    public string Certificate => Path.Combine(folder.FullName, "certificate.pem");

    public string Key => Path.Combine(folder.FullName, "key.pem");

    public void Dispose() => folder.Delete(recursive: true);
}
