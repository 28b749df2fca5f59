using System.Globalization;

namespace CareerCompass.Web.Identity;

internal static class EmailAddressComparer
{
    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// Whether mail to both reaches the same mailbox. Stricter than account lookup: letters that only look alike, or
    /// that only case mapping or compatibility equates, differ.
    /// </summary>
    public static bool IsSame(string? one, string? other) =>
        one is not null
        && other is not null
        && Plain(one) is { } plain
        && string.Equals(plain, Plain(other), StringComparison.Ordinal);

    public static IEnumerable<string> Spellings(string email)
    {
        var (local, domain) = Parts(email);
        return new[] { email, $"{local}@{Ascii(domain) ?? domain}", $"{local}@{Unicode(domain) ?? domain}" }.Distinct();
    }

    /// <summary>The text in NFC, unless that would turn another letter into ASCII.</summary>
    public static string Compose(string text) => text.Any(IsDisguisedAscii) ? text : text.Normalize();

    private static string? Plain(string email)
    {
        var (local, domain) = Parts(email);
        return Ascii(domain) is { } ascii ? $"{Lower(Compose(local))}@{ascii}" : null;
    }

    // Normalization turns the Kelvin sign into K, which is a different letter to a mail server
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
