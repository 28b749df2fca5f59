using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Accepts signed tokens only. In the code flow the framework accepts unsigned ones despite the setting.
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
