using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

public static class QueryFilters
{
    /// <summary>Hides other people's rows. Only Jobs and Admin disable it.</summary>
    public const string Owner = nameof(Owner);

    public const string Trash = nameof(Trash);

    /// <summary>The rows of everyone, without those in Trash.</summary>
    public static IQueryable<T> OfAllOwners<T>(this IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([Owner]);
}
