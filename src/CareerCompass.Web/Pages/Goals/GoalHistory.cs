using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="InForce">The number of the revision in force at the given instant.</param>
public sealed record GoalHistory(string Title, int Last, int? InForce);
