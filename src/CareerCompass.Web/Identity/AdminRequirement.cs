using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>Checks the database, because the cookie may be half an hour old.</summary>
internal sealed class AdminRequirement : IAuthorizationRequirement
{
    internal sealed class Handler(CompassDb db) : AuthorizationHandler<AdminRequirement>
    {
        protected override async Task HandleRequirementAsync(
            AuthorizationHandlerContext context,
            AdminRequirement requirement
        )
        {
            if (
                context.User.Id() is { } id
                && await db.Users.AnyAsync(user => user.Id == id && user.IsAdmin && user.DisabledAt == null)
            )
            {
                context.Succeed(requirement);
            }
        }
    }
}
