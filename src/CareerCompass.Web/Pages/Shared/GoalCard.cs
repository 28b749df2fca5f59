using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>What a card shows of a goal.</summary>
public sealed record GoalCard(Standing Standing, DateOnly Today);
