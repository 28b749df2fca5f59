namespace CareerCompass.Web.Persistence;

public static class QueryFilters
{
    /// <summary>Hides other people's rows. Only Jobs and Admin disable it.</summary>
    public const string Owner = nameof(Owner);

    public const string Trash = nameof(Trash);
}
