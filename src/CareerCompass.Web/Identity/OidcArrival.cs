using System.Net.Mail;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareerCompass.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace CareerCompass.Web.Identity;

/// <summary>Who the provider says stands at the door.</summary>
/// <param name="Key">Names the person for good: made of the provider's address and its name for them, which no other provider can claim.</param>
public sealed record OidcArrival(string Issuer, string Key, string? Email = null, bool EmailVerified = false, string? Name = null)
{
    private const int EmailMost = 254;
    private const string IssuerClaim = "iss";
    private const string VerifiedClaim = "email_verified";

    /// <summary>As it is kept beside the account.</summary>
    public UserLoginInfo Login => new(OidcSetup.Scheme, Key, Issuer);

    public static OidcArrival Of(string issuer, string subject) =>
        new(issuer, WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.TrimEnd('/')}\n{subject}"))));

    public static OidcArrival Of(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(IssuerClaim)!,
        principal.FindFirstValue(ClaimTypes.NameIdentifier)!,
        principal.FindFirstValue(ClaimTypes.Email),
        principal.HasClaim(VerifiedClaim, "true"),
        principal.FindFirstValue(ClaimTypes.Name));

    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(IssuerClaim, Issuer);
        yield return new Claim(ClaimTypes.NameIdentifier, Key);
        yield return new Claim(VerifiedClaim, EmailVerified ? "true" : "false");
        if (Email is not null)
        {
            yield return new Claim(ClaimTypes.Email, Email);
        }

        if (Name is not null)
        {
            yield return new Claim(ClaimTypes.Name, Name);
        }
    }

    /// <summary>Takes over what is said here and was not said before. An address is only verified by whoever gives it.</summary>
    internal OidcArrival With(JsonElement told)
    {
        var email = Text(told, "email") is { Length: <= EmailMost } text && Mailbox.Composed(text) is var composed
            && MailAddress.TryCreate(composed, out var address) && address.Address == composed ? composed : null;
        var name = Text(told, "name") ?? $"{Text(told, "given_name")} {Text(told, "family_name")}".Trim();
        return this with
        {
            Email = Email ?? email,
            EmailVerified = Email is null ? email is not null && IsTrue(told, VerifiedClaim) : EmailVerified,
            Name = Name ?? (name.Length == 0 ? Text(told, "preferred_username") : name[..Math.Min(name.Length, Limits.Title)]),
        };
    }

    private static string? Text(JsonElement told, string claim) =>
        told.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    // Some providers write it as text
    private static bool IsTrue(JsonElement told, string claim) =>
        told.TryGetProperty(claim, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));
}
