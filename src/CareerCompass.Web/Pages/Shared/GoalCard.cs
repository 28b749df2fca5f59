using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>What a card shows of a goal.</summary>
/// <param name="Movable">Whether it has buttons that change its place among the goals.</param>
public sealed record GoalCard(Standing Standing, DateOnly Today, bool Movable = false);
