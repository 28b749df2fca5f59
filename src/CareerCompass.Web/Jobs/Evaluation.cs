using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Jobs;

/// <summary>New rows of one person.</summary>
/// <param name="WeekPlan">What the schedule has for this week, when the week begins.</param>
internal sealed record Evaluation(
    IReadOnlyList<Prompt> Prompts,
    IReadOnlyList<ForecastRecord> ForecastRecords,
    IReadOnlyList<WeekPlanTask> WeekPlan
)
{
    public static readonly Evaluation Empty = new([], [], []);
}
