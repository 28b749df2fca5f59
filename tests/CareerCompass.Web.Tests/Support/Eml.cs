using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CareerCompass.Web.Tests.Support;

public sealed partial class Eml
{
    private readonly string head;
    private readonly string body;

    private Eml(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        (head, body) = (Folded().Replace(parts[0], " "), parts[1]);
    }

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    public static Eml Read(string text) => new(text);

    public string Header(string name) =>
        Regex.Match(head, $"^{Regex.Escape(name)}: (.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase)
            is { Success: true } match
            ? match.Groups[1].Value
            : "";

    private string Part(string type)
    {
        var boundary = Regex.Match(Header("Content-Type"), "boundary=\"?([^\";]+)").Groups[1].Value;
        var part = body.Split("--" + boundary)
            .Single(part => part.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase))
            .TrimStart('\n')
            .Split("\n\n", 2);
        Assert.Contains("quoted-printable", part[0]);
        var bytes = new List<byte>();
        var text = part[1].Replace("=\n", "", StringComparison.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=')
            {
                bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 2;
            }
            else
            {
                bytes.Add((byte)text[at]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).ReplaceLineEndings("\n");
    }

    [GeneratedRegex("\n[ \t]+")]
    private static partial Regex Folded();
}
