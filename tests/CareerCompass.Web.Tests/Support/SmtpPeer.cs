using System.Text.Json;

namespace CareerCompass.Web.Tests.Support;

/// <summary>npm's smtp-server, with configurable misbehaviour.</summary>
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

    /// <summary>The messages accepted so far, in order.</summary>
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

    public (string Key, string Value)[] Settings =>
        [
            ("Mail:Smtp:Host", "localhost"),
            ("Mail:Smtp:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Mail:Smtp:StartTls", "false"),
            ("Mail:Smtp:TimeoutSeconds", "30"),
            ("Mail:From", "CareerCompass <compass@example.org>"),
            ("App:PublicUrl", "https://compass.example.org"),
        ];

    public static async Task<SmtpPeer> StartAsync(object? options = null) =>
        new(await NodePeer.StartAsync("smtp", ("OPTIONS", Json(options ?? new { }))));

    /// <summary>Sets its behaviour; see server.mjs. An empty object is normal behaviour.</summary>
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

    private IEnumerable<JsonElement> Told(string what) =>
        node
            .Output.Split('\n')
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty(what, out _));

    private static string Json(object what) => JsonSerializer.Serialize(what, JsonSerializerOptions.Web);
}
