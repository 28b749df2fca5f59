namespace CareerCompass.Domain.Directions;

/// <summary>
/// A person's statement of where their career is going. One a person; its version also stands for their focus areas and
/// aspirations, which are edited as a whole.
/// </summary>
public sealed class Direction : OwnedEntity, IVersioned
{
    /// <summary>Focus areas a person may have: with more of them nothing is in focus.</summary>
    public const int MaxFocusAreas = 8;

    /// <summary>Aspirations a person may have.</summary>
    public const int MaxAspirations = 12;

    private Direction() { }

    public Direction(Guid ownerId, string? statement)
        : base(ownerId) => ChangeStatement(statement);

    /// <summary>Markdown.</summary>
    public string? Statement { get; private set; }

    /// <summary>The instant (UTC) at which the statement last became another; null while it is the first.</summary>
    public DateTime? ChangedAt { get; private set; }

    public int Version { get; private set; }

    /// <param name="now">When it is said, so that goals set before can be looked at again; null when that does not matter.</param>
    /// <exception cref="DomainRuleException">The statement is too long.</exception>
    public void ChangeStatement(string? statement, DateTime? now = null)
    {
        var before = Statement;
        Statement = Limits.CheckNotes(statement, nameof(Statement));
        ChangedAt = before is not null && before != Statement ? now ?? ChangedAt : ChangedAt;
    }

    /// <summary>
    /// Makes the areas what the rows say, in their order: those named by a row are changed in place, other rows become new
    /// ones, empty rows count for nothing.
    /// </summary>
    /// <returns>The areas from now on. Those that are not among them are to be deleted.</returns>
    /// <param name="now">As for <see cref="ChangeStatement"/>.</param>
    /// <exception cref="DomainRuleException">There are too many, one has no name or that of another, or the shares do not sum to 100.</exception>
    public IReadOnlyList<FocusArea> UpdateFocusAreas(
        IEnumerable<FocusArea> areas,
        IEnumerable<FocusAreaEdit> rows,
        DateTime? now = null
    )
    {
        var filledRows = rows.Where(row => !row.IsEmpty).ToList();
        Check(filledRows);
        var remaining = areas.ToDictionary(area => area.Id);
        return
        [
            .. filledRows.Select(
                (row, position) =>
                {
                    if (row.Id is { } id && remaining.Remove(id, out var area))
                    {
                        area.Change(row.Name, row.Share ?? 0, position, now);
                        return area;
                    }

                    return new FocusArea(OwnerId, row.Name, row.Share ?? 0, position);
                }
            ),
        ];
    }

    /// <summary>Makes the aspirations what the rows say, in their order; as <see cref="UpdateFocusAreas"/>.</summary>
    /// <exception cref="DomainRuleException">There are too many, or a title is too long.</exception>
    public IReadOnlyList<Aspiration> UpdateAspirations(
        IEnumerable<Aspiration> aspirations,
        IEnumerable<AspirationEdit> rows,
        DateTime? now = null
    )
    {
        var filledRows = rows.Where(row => !string.IsNullOrWhiteSpace(row.Title)).ToList();
        if (filledRows.Count > MaxAspirations)
        {
            throw new DomainRuleException(
                "Rows",
                "You can have at most {0} aspirations. What is your career really for?",
                MaxAspirations
            );
        }

        var remaining = aspirations.ToDictionary(aspiration => aspiration.Id);
        return
        [
            .. filledRows.Select(
                (row, position) =>
                {
                    if (row.Id is { } id && remaining.Remove(id, out var aspiration))
                    {
                        aspiration.Change(row.Title, position, now);
                        return aspiration;
                    }

                    return new Aspiration(OwnerId, row.Title, position);
                }
            ),
        ];
    }

    private static void Check(List<FocusAreaEdit> rows)
    {
        if (rows.Count > MaxFocusAreas)
        {
            throw new DomainRuleException(
                "Rows",
                "You can have at most {0} focus areas. With more, nothing is in focus.",
                MaxFocusAreas
            );
        }

        if (rows.Find(row => string.IsNullOrWhiteSpace(row.Name)) is { } unnamed)
        {
            throw new DomainRuleException("Rows", "The area with {0} % needs a name.", unnamed.Share!.Value);
        }

        if (
            rows.GroupBy(row => row.Name!.Trim(), StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(same => same.Count() > 1) is
            { } duplicate
        )
        {
            throw new DomainRuleException("Rows", "Two areas are called “{0}”. Rename one of them.", duplicate.Key);
        }

        if (rows.Exists(row => row.Share is < 0 or > 100))
        {
            throw new DomainRuleException("Rows", "Enter a share from 0 to 100 % for each area.");
        }

        var sum = rows.Sum(row => row.Share ?? 0);
        if (rows.Count > 0 && sum != 100)
        {
            throw new DomainRuleException("Rows", Shares.DescribeSum(sum), sum, Math.Abs(100 - sum));
        }
    }
}
