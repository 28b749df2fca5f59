using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>What a card shows of a goal.</summary>
/// <param name="IsMovable">Whether it has buttons that change its place among the goals.</param>
public sealed record GoalCard(GoalStatus GoalStatus, DateOnly Today, bool IsMovable = false)
{
    public int Done => (int)Math.Round(GoalStatus.Facts.Progress * 100);

    /// <summary>The share of the time between start and target that is over, in hundredths; null when no time runs.</summary>
    public int? ElapsedShare =>
        GoalStatus.Facts is { State: GoalState.Active } facts && facts.Target > facts.StartedOn
            ? Math.Clamp(
                (Today.DayNumber - facts.StartedOn.DayNumber)
                    * 100
                    / (facts.Target.DayNumber - facts.StartedOn.DayNumber),
                0,
                100
            )
            : null;
}
