using System.Text;

namespace CareerCompass.Web.Mail;

public enum Speaker
{
    /// <summary>What neither said aloud: connected, encrypted, gave up.</summary>
    Note,
    App,
    Server,
}

/// <summary>What app and mail server said to each other, fit to be shown: secrets are masked.</summary>
public sealed class Dialogue
{
    private const string Mask = "••••••••";

    private readonly List<(Speaker Speaker, string Text)> lines = [];
    private readonly List<string> secrets = [];

    public IReadOnlyList<(Speaker Speaker, string Text)> Lines => lines;

    /// <summary>Begins anew; secrets stay secret.</summary>
    public void Clear() => lines.Clear();

    /// <summary>From here on this is masked, in plain and as it is sent. A server may repeat it.</summary>
    public void Hide(string? secret)
    {
        // One or two letters would be found in every other word
        if (secret is { Length: > 3 })
        {
            secrets.AddRange([secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))]);
        }
    }

    /// <returns>The line as it is shown.</returns>
    public string Add(Speaker speaker, string text)
    {
        var shown = secrets.Aggregate(text, (line, secret) => line.Replace(secret, Mask, StringComparison.Ordinal));
        lines.Add((speaker, shown));
        return shown;
    }

    /// <summary>A line that is a secret as a whole, but for what comes before it.</summary>
    public void AddSecret(string before) => lines.Add((Speaker.App, before + Mask));

    /// <summary>How a line begins in plain text.</summary>
    public static char Sign(Speaker speaker) => speaker switch
    {
        Speaker.App => '>',
        Speaker.Server => '<',
        _ => '*',
    };

    public override string ToString() => string.Join('\n', lines.Select(line => $"{Sign(line.Speaker)} {line.Text}"));
}
