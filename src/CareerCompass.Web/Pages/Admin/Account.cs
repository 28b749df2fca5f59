using System.Linq.Expressions;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <param name="LastSeenAt">The last use, as far back as sessions are kept.</param>
public sealed record Account(
    Guid Id,
    string Email,
    bool IsConfirmed,
    bool HasSecondStep,
    bool IsAdmin,
    DateTime? DisabledAt,
    DateTimeOffset? LockedUntil,
    DateTime? Since,
    DateTime? LastSeenAt
)
{
    public static Expression<Func<AppUser, Account>> From(CompassDb db) =>
        user => new Account(
            user.Id,
            user.Email!,
            user.EmailConfirmed,
            user.TwoFactorEnabled,
            user.IsAdmin,
            user.DisabledAt,
            user.LockoutEnd,
            db.People.IgnoreQueryFilters(new[] { Filters.Owner })
                .Where(person => person.Id == user.Id)
                .Select(person => (DateTime?)person.CreatedAt)
                .FirstOrDefault(),
            db.Sessions.Where(session => session.UserId == user.Id).Max(session => (DateTime?)session.LastSeenAt)
        );
}
