using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="Asked">Null once the review is completed.</param>
public sealed record ReviewResult(ReviewOutcome Outcome, IReadOnlyList<LastNextStep> Steps, int? Asked, bool IsOpen);
