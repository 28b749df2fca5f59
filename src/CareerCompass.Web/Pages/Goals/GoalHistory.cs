using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal whose history is told.</summary>
/// <param name="Last">The number of its latest revision.</param>
/// <param name="InForce">The number of the one that was in force at an instant; null before the first.</param>
public sealed record GoalHistory(string Title, int Last, int? InForce);
