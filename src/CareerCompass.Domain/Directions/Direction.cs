namespace CareerCompass.Domain.Directions;

/// <summary>A person's statement of where their career is going. Its version also covers focus areas and aspirations,
/// which are edited as a whole.</summary>
public sealed class Direction : OwnedEntity, IVersioned
{
    /// <summary>Maximum number of focus areas; with more, nothing is in focus.</summary>
    public const int MaxFocusAreas = 8;

    public const int MaxAspirations = 12;

    private Direction() { }

    public Direction(Guid ownerId, string? statement)
        : base(ownerId) => ChangeStatement(statement);

    /// <summary>Markdown.</summary>
    public string? Statement { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    public int Version { get; private set; }

    /// <param name="now">Recorded so that older goals can be reviewed; null to leave it unchanged.</param>
    /// <exception cref="DomainRuleException">The statement is too long.</exception>
    public void ChangeStatement(string? statement, DateTime? now = null)
    {
        var before = Statement;
        Statement = Limits.CheckNotes(statement, nameof(Statement));
        ChangedAt = before is not null && before != Statement ? now ?? ChangedAt : ChangedAt;
    }

    /// <summary>Applies the form rows in order: updates existing areas, adds new ones and ignores empty rows.</summary>
    /// <returns>All resulting areas. The caller deletes those that are not among them.</returns>
    /// <exception cref="DomainRuleException">There are too many areas, or a name or the sum is invalid.</exception>
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

    /// <summary>Applies the form rows in order, like <see cref="UpdateFocusAreas"/>.</summary>
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
