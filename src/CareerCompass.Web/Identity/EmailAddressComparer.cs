using System.Globalization;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Compares e-mail addresses more strictly than accounts are looked up, which ignores the case of every script.
/// </summary>
internal static class EmailAddressComparer
{
    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// Whether mail to both arrives in the same place: ASCII letters may differ in case, the rest in Unicode
    /// composition, the domain in its encoding. Letters that only look alike, or that only case mapping or
    /// compatibility equates, differ.
    /// </summary>
    public static bool IsSame(string? one, string? other) =>
        one is not null
        && other is not null
        && Plain(one) is { } plain
        && string.Equals(plain, Plain(other), StringComparison.Ordinal);

    /// <summary>The address as it is, and with its domain in ASCII and in Unicode.</summary>
    public static IEnumerable<string> Spellings(string email)
    {
        var (local, domain) = Parts(email);
        return new[] { email, $"{local}@{Ascii(domain) ?? domain}", $"{local}@{Unicode(domain) ?? domain}" }.Distinct();
    }

    /// <summary>The text in Unicode's composed form, unless that makes ASCII of another letter.</summary>
    public static string Composed(string text) => text.Any(IsDisguisedAscii) ? text : text.Normalize();

    private static string? Plain(string email)
    {
        var (local, domain) = Parts(email);
        return Ascii(domain) is { } ascii ? $"{Lower(Composed(local))}@{ascii}" : null;
    }

    // Normalization turns the Kelvin sign into an ordinary K, which is another letter to a mail server
    private static bool IsDisguisedAscii(char letter) =>
        !char.IsAscii(letter)
        && !char.IsSurrogate(letter)
        && letter.ToString().Normalize() is [var plain]
        && char.IsAscii(plain);

    private static string Lower(string local) =>
        string.Concat(local.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));

    private static (string Local, string Domain) Parts(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 0 ? (email, "") : (email[..at], email[(at + 1)..]);
    }

    private static string? Ascii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Unicode(string domain)
    {
        try
        {
            return Idn.GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
