using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>What a review did for the person, as it is told at its end.</summary>
/// <param name="Asked">The goals it asks about; null once it is over.</param>
/// <param name="Steps">What was set the time before.</param>
public sealed record ReviewResult(ReviewOutcome Outcome, IReadOnlyList<LastNextStep> Steps, int? Asked, bool IsOpen);
