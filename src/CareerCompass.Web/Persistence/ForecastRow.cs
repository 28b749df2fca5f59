namespace CareerCompass.Web.Persistence;

public sealed record ForecastRow
{
    public Guid OwnerId { get; init; }

    public ForecastRowKind Kind { get; init; }

    public Guid GoalId { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public int? Minutes { get; init; }
}
