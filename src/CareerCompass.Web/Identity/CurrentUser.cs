using System.Security.Claims;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

public static class CurrentUser
{
    public const string AdminPolicy = "Admin";
    internal const string SessionClaim = "session";
    private const string AdminClaim = "admin";
    private const string DemoClaim = "demo";
    private const string UnconfirmedClaim = "unconfirmed";

    public static Guid? Id(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    public static bool IsAdmin(this ClaimsPrincipal user) => user.HasClaim(AdminClaim, "1");

    public static bool IsDemo(this ClaimsPrincipal user) => user.HasClaim(DemoClaim, "1");

    /// <summary>Up to half an hour old.</summary>
    public static bool IsUnconfirmed(this ClaimsPrincipal user) => user.HasClaim(UnconfirmedClaim, "1");

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.GivenName) ?? "";

    public static void UseOwnerScope(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.Id() is { } id)
                {
                    context.RequestServices.GetRequiredService<OwnerScope>().Use(id);
                }

                return next(context);
            }
        );

    /// <summary>Adds to the cookie what every page shows, which saves a query per page.</summary>
    internal sealed class ClaimsFactory(
        UserManager<AppUser> users,
        IOptions<IdentityOptions> options,
        CompassDb db,
        OwnerScope owner
    ) : UserClaimsPrincipalFactory<AppUser>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
        {
            var claims = await base.GenerateClaimsAsync(user);
            owner.Use(user.Id);
            var name = await db.People.Select(person => person.Name).FirstOrDefaultAsync();
            claims.AddClaim(new Claim(ClaimTypes.GivenName, name ?? user.Email ?? ""));
            if (user.IsAdmin)
            {
                claims.AddClaim(new Claim(AdminClaim, "1"));
            }

            if (user.IsDemo)
            {
                claims.AddClaim(new Claim(DemoClaim, "1"));
            }
            else if (!user.EmailConfirmed)
            {
                claims.AddClaim(new Claim(UnconfirmedClaim, "1"));
            }

            return claims;
        }
    }
}
