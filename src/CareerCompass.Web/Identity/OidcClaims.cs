using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using CareerCompass.Domain;

namespace CareerCompass.Web.Identity;

/// <param name="IsEmailVerified">Null when the provider does not say.</param>
internal sealed record OidcClaims(string? Email, bool? IsEmailVerified, string? Name)
{
    private const int MaxEmail = 254;
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    public bool AreComplete => Email is not null && IsEmailVerified is not null && Name is not null;

    public static OidcClaims From(JsonElement element)
    {
        var email = Text(element, "email");
        var usable = Usable(email);
        var isVerified = email is not null && usable is null ? null : Flag(element, "email_verified");
        return new(usable, isVerified, NameIn(element));
    }

    /// <summary>Ignores the other source's verification of a different address.</summary>
    public OidcClaims With(OidcClaims other)
    {
        var isSameAddress = Email is null || other.Email is null || EmailAddressComparer.IsSame(Email, other.Email);
        return new(
            Email ?? other.Email,
            isSameAddress ? Both(IsEmailVerified, other.IsEmailVerified) : IsEmailVerified,
            Name ?? other.Name
        );
    }

    private static bool? Both(bool? one, bool? other) => one == false || other == false ? false : one ?? other;

    private static string? Usable(string? email)
    {
        if (email is not { Length: <= MaxEmail } || email.EnumerateRunes().Any(IsInvisible))
        {
            return null;
        }

        var composed = EmailAddressComparer.Compose(email);
        return MailAddress.TryCreate(composed, out var address) && address.Address == composed ? composed : null;
    }

    private static string? NameIn(JsonElement element) =>
        Clean(Text(element, "name"))
        ?? Clean($"{Text(element, "given_name")} {Text(element, "family_name")}")
        ?? Clean(Text(element, "preferred_username"));

    private static string? Clean(string? name)
    {
        var seen = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                seen.Append(' ');
            }
            else if (!IsInvisible(rune))
            {
                seen.Append(rune.ToString());
            }
        }

        var words = string.Join(' ', seen.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > Limits.MaxTitleLength)
        {
            var starts = StringInfo.ParseCombiningCharacters(words);
            words = words[..starts.Last(start => start <= Limits.MaxTitleLength)].TrimEnd();
        }

        return words.Trim(NonJoiner, Joiner).Length == 0 ? null : words;
    }

    // Persian, Indian languages and emoji need the joiners
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || (
            rune.Value is not (NonJoiner or Joiner)
            && Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
        );

    private static string? Text(JsonElement element, string claim)
    {
        try
        {
            return
                Value(element, claim) is { ValueKind: JsonValueKind.String } value
                && value.GetString()!.Trim() is { Length: > 0 } text
                ? text
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Some providers send text or a number. Missing or unknown values count as not verified
    private static bool? Flag(JsonElement element, string claim) =>
        Value(element, claim) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var one) && one == 1,
            { ValueKind: JsonValueKind.String } => Text(element, claim)?.ToUpperInvariant() is { } text
                ? text is "TRUE" or "1" or "YES"
                : null,
            { ValueKind: JsonValueKind.Null } or null => null,
            _ => false,
        };

    // Some providers send a list of one
    private static JsonElement? Value(JsonElement element, string claim)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(claim, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : value;
    }
}
