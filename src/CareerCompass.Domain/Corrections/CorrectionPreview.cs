using System.Security.Cryptography;
using System.Text.Json;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>What a correction would do, computed before anything is saved.</summary>
/// <param name="CorrectedGoals">Goals that the correction changes, starting with the one it is made for.</param>
/// <param name="Fingerprint">Changes with the outcome, to apply only what was previewed.</param>
public sealed record CorrectionPreview(
    IReadOnlyList<CorrectionPreview.GoalEffect> CorrectedGoals,
    IReadOnlyList<CorrectionPreview.GoalEffect> OtherGoals,
    IReadOnlyList<PlanChange> PlanChanges,
    string Fingerprint
)
{
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

    // New items get different ids each time, so ids are left out. Ticks do not affect the decision either
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
