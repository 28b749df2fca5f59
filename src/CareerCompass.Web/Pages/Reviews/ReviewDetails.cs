using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="PersonCreatedAt">When the person joined.</param>
/// <param name="FoldedCount">Reviews folded since the previous one was completed.</param>
public sealed record ReviewDetails(
    Guid Id,
    ReviewKind Kind,
    DateOnly Date,
    ReviewState State,
    DateTime OpenedAt,
    DateTime? CompletedAt,
    string? Learned,
    int Version,
    DateTime? PreviousCompletedAt,
    DateTime PersonCreatedAt,
    DateTime? NextOpenedAt,
    int FoldedCount,
    string? AnswersJson
)
{
    public bool IsOpen => State == ReviewState.Open;

    /// <summary>The start of its period: the last completed review, or the beginning for the first.</summary>
    public DateTime Since => PreviousCompletedAt ?? PersonCreatedAt;

    /// <summary>The end of its period; null while it is open.</summary>
    public DateTime? Until => IsOpen ? null : CompletedAt ?? NextOpenedAt;
}
