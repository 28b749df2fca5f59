using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>One review, and the time it looks back on.</summary>
/// <param name="PreviousReviewAt">When the review before it was completed.</param>
/// <param name="FirstGoalAt">When the person came here.</param>
/// <param name="NextReviewAt">When the next one opened.</param>
/// <param name="Folded">Reviews since <paramref name="PreviousReviewAt"/> that were passed over, and that it makes up for.</param>
public sealed record ReviewDetails(
    Guid Id,
    ReviewKind Kind,
    DateOnly Date,
    ReviewState State,
    DateTime OpenedAt,
    DateTime? CompletedAt,
    string? Learned,
    int Version,
    DateTime? PreviousReviewAt,
    DateTime FirstGoalAt,
    DateTime? NextReviewAt,
    int Folded,
    string? AnswersJson
)
{
    public bool IsOpen => State == ReviewState.Open;

    /// <summary>The instant from which it looks back: the last completed review; the first one looks back to the beginning.</summary>
    public DateTime Since => PreviousReviewAt ?? FirstGoalAt;

    /// <summary>Where the time it looks back on ends; null while it goes on.</summary>
    public DateTime? Until => IsOpen ? null : CompletedAt ?? NextReviewAt;
}
