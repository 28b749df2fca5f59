using System.Linq.Expressions;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <param name="LastSeenAt">The last use, as far back as sessions are kept.</param>
public sealed record AccountSummary(
    Guid Id,
    string Email,
    bool IsConfirmed,
    bool HasTwoFactor,
    bool IsAdmin,
    DateTime? DisabledAt,
    DateTimeOffset? LockedUntil,
    DateTime? CreatedAt,
    DateTime? LastSeenAt
)
{
    public static Expression<Func<AppUser, AccountSummary>> From(CompassDb db) =>
        user => new AccountSummary(
            user.Id,
            user.Email!,
            user.EmailConfirmed,
            user.TwoFactorEnabled,
            user.IsAdmin,
            user.DisabledAt,
            user.LockoutEnd,
            db.People.IgnoreQueryFilters(new[] { QueryFilters.Owner })
                .Where(person => person.Id == user.Id)
                .Select(person => (DateTime?)person.CreatedAt)
                .FirstOrDefault(),
            db.Sessions.Where(session => session.UserId == user.Id).Max(session => (DateTime?)session.LastSeenAt)
        );
}
