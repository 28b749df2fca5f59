using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>Administration is for those who are administrators now: a cookie would believe for half an hour that they still are.</summary>
internal sealed class AdminsOnly : IAuthorizationRequirement
{
    internal sealed class Handler(CompassDb db) : AuthorizationHandler<AdminsOnly>
    {
        protected override async Task HandleRequirementAsync(
            AuthorizationHandlerContext context,
            AdminsOnly requirement
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
