using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace CareerCompass.Web.Identity;

/// <param name="Key">A hash of issuer and subject, which no other provider can claim.</param>
public sealed record OidcIdentity(
    string Issuer,
    string Key,
    string? Email = null,
    bool IsEmailVerified = false,
    string? Name = null
)
{
    private const string IssuerClaim = "iss";
    private const string VerifiedClaim = "email_verified";

    public UserLoginInfo Login => new(OidcSetup.Scheme, Key, Issuer);

    public static OidcIdentity From(string issuer, string subject) =>
        new(
            issuer,
            WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.TrimEnd('/')}\n{subject}")))
        );

    public static OidcIdentity From(ClaimsPrincipal principal) =>
        new(
            principal.FindFirstValue(IssuerClaim)!,
            principal.FindFirstValue(ClaimTypes.NameIdentifier)!,
            principal.FindFirstValue(ClaimTypes.Email),
            principal.HasClaim(VerifiedClaim, "true"),
            principal.FindFirstValue(ClaimTypes.Name)
        );

    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(IssuerClaim, Issuer);
        yield return new Claim(ClaimTypes.NameIdentifier, Key);
        yield return new Claim(VerifiedClaim, IsEmailVerified ? "true" : "false");
        if (Email is not null)
        {
            yield return new Claim(ClaimTypes.Email, Email);
        }

        if (Name is not null)
        {
            yield return new Claim(ClaimTypes.Name, Name);
        }
    }

    internal OidcIdentity With(OidcClaims claims) =>
        this with
        {
            Email = claims.Email,
            IsEmailVerified = claims is { Email: not null, IsEmailVerified: true },
            Name = claims.Name,
        };
}
