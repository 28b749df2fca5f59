using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="FirstGoalAt">When the person joined.</param>
/// <param name="Folded">Reviews folded since <paramref name="PreviousReviewAt"/>, which this one replaces.</param>
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

    /// <summary>The start of its period: the last completed review, or the beginning for the first.</summary>
    public DateTime Since => PreviousReviewAt ?? FirstGoalAt;

    /// <summary>The end of its period; null while it is open.</summary>
    public DateTime? Until => IsOpen ? null : CompletedAt ?? NextReviewAt;
}
