using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Takes signed tokens only. The framework would take unsigned ones in the code flow, trusting the connection to the
/// provider, and overrides the setting against it.
/// </summary>
internal sealed class OidcTokenHandler : JsonWebTokenHandler
{
    public OidcTokenHandler() => MapInboundClaims = false;

    public override Task<TokenValidationResult> ValidateTokenAsync(
        string token,
        TokenValidationParameters validationParameters
    )
    {
        validationParameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}
