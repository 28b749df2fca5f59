using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Shared;

public sealed record GoalCard(GoalStatus GoalStatus, DateOnly Today, bool IsMovable = false)
{
    public int DonePercent => (int)Math.Round(GoalStatus.Facts.Progress * 100);

    /// <summary>Elapsed share of the time between start and target, in percent; null when no time is running.</summary>
    public int? ElapsedPercent =>
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
