using System.Security.Cryptography;
using System.Text.Json;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>What a correction would do, before anything is written. A pure function of what there is and what is decided.</summary>
/// <param name="CorrectedGoals">The goals that it touches; the one it is decided for comes first.</param>
/// <param name="OtherGoals">Other goals that will stand otherwise because of it.</param>
/// <param name="PlanChanges">What moves on the route of the goal it is decided for.</param>
/// <param name="Fingerprint">Differs when the outcome would: so what is applied is what was shown.</param>
public sealed record CorrectionPreview(
    IReadOnlyList<CorrectionPreview.GoalEffect> CorrectedGoals,
    IReadOnlyList<CorrectionPreview.GoalEffect> OtherGoals,
    IReadOnlyList<PlanChange> PlanChanges,
    string Fingerprint
)
{
    /// <param name="Before">Null for a goal that is new.</param>
    public sealed record GoalEffect(GoalStatus? Before, GoalStatus After)
    {
        public bool IsChanged => Before is null || (Before.Kind, Before.Forecast) != (After.Kind, After.Forecast);
    }

    public static CorrectionPreview Create(
        PlanProjection current,
        Correction correction,
        IReadOnlyList<CorrectedPlan> correctedPlan
    )
    {
        var projected = correctedPlan.Aggregate(current, (planProjection, goal) =>
            planProjection.With(correction.OwnerId, goal.GoalId, goal.After)
        );
        var hours = correction.ChangeSet?.Capacity;
        projected = hours is null ? projected : projected.With(new(hours.Week, hours.MinutesAfter));
        var before = current.GoalStatuses().ToDictionary(goalStatus => goalStatus.Facts.Id);
        var goalEffects = projected
            .GoalStatuses()
            .Select(goalStatus => new GoalEffect(before.GetValueOrDefault(goalStatus.Facts.Id), goalStatus))
            .ToDictionary(goalEffect => goalEffect.After.Facts.Id);
        return new CorrectionPreview(
            [.. correctedPlan.Select(goal => goalEffects[goal.GoalId])],
            [
                .. goalEffects.Values.Where(goalEffect =>
                    goalEffect.IsChanged && correctedPlan.All(goal => goal.GoalId != goalEffect.After.Facts.Id)
                ),
            ],
            correctedPlan is [{ Before: { } old, After: var after }, ..]
                ? PlanDiff.Between(old, after, correction)
                : [],
            ComputeFingerprint(correction, correctedPlan)
        );
    }

    // What is new has another id each time, so that ids say nothing here; nor does a tick change what is decided
    public static string ComputeFingerprint(Correction correction, IReadOnlyList<CorrectedPlan> correctedPlan) =>
        Convert.ToHexString(
            SHA256
                .HashData(
                    JsonSerializer.SerializeToUtf8Bytes(
                        new
                        {
                            correction.ChangeSet?.Capacity,
                            Goals = correctedPlan.Select(goal => new
                            {
                                goal.After.Title,
                                goal.After.State,
                                goal.After.Target,
                                goal.After.PausedUntil,
                                Stops = goal.After.Milestones.Select(milestone => new
                                {
                                    milestone.Title,
                                    milestone.Date,
                                }),
                                Steps = goal.After.Tasks.Select(task => new
                                {
                                    task.Title,
                                    task.Estimate,
                                    Stop = goal
                                        .After.Milestones.FirstOrDefault(milestone => milestone.Id == task.MilestoneId)
                                        ?.Title,
                                }),
                            }),
                        }
                    )
                )
                .AsSpan(0, 16)
        );
}
