using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

public static class DirectionRules
{
    /// <summary>Minutes logged in four and in twelve weeks; with less, one evening would change the shares.</summary>
    public const int MinRecentMinutes = 120;

    public const int MinLongTermMinutes = 360;

    public const int MaxNamedGoals = 3;

    public static IEnumerable<RuleFinding> Evaluate(RuleContext ruleContext)
    {
        if (FindAttentionDrift(ruleContext) is { } drift)
        {
            yield return new RuleFinding(PromptRule.AttentionDrift, null, drift);
        }

        if (FindDirectionChange(ruleContext) is { } changed)
        {
            yield return new RuleFinding(PromptRule.DirectionChanged, null, changed);
        }
    }

    // Paused areas are excluded, and the remaining shares are scaled to 100
    private static AttentionDriftEvidence? FindAttentionDrift(RuleContext ruleContext)
    {
        var goalsByArea = ruleContext
            .GoalAlignments.Where(goalAlignment => goalAlignment.FocusAreaId is not null)
            .ToLookup(
                goalAlignment => goalAlignment.FocusAreaId!.Value,
                goalAlignment => ruleContext.ActiveGoals.Any(goalStatus => goalStatus.Facts.Id == goalAlignment.GoalId)
            );
        var pausedAreas = ruleContext
            .FocusAreaShares.Where(area => goalsByArea[area.Id].Any() && !goalsByArea[area.Id].Contains(true))
            .ToList();
        var focusAreaShare = ruleContext.FocusAreaShares.Except(pausedAreas).ToList();
        var shares = Shares.Distribute([.. focusAreaShare.Select(area => area.Share)]);
        focusAreaShare = [.. focusAreaShare.Zip(shares, (area, share) => area with { Share = share })];
        var areaTimeEntry = ruleContext
            .AreaTimeEntries.Where(effort => !pausedAreas.Exists(area => area.Id == effort.AreaId))
            .ToList();
        var recent = AttentionBreakdown.From(
            focusAreaShare,
            areaTimeEntry,
            ruleContext.Today,
            AttentionBreakdown.RecentDays
        );
        var longTerm = AttentionBreakdown.From(
            focusAreaShare,
            areaTimeEntry,
            ruleContext.Today,
            AttentionBreakdown.LongTermDays
        );
        if (focusAreaShare.Count < 2 || recent.Minutes < MinRecentMinutes || longTerm.Minutes < MinLongTermMinutes)
        {
            return null;
        }

        var parts = recent
            .Areas.Where(areaAttention => areaAttention.AreaId is not null)
            .Select(areaAttention =>
                (Recent: areaAttention, LongTerm: longTerm.Areas.First(other => other.AreaId == areaAttention.AreaId))
            )
            .ToList();
        var overserved = parts
            .Where(part => Math.Min(part.Recent.Drift, part.LongTerm.Drift) >= AttentionBreakdown.DriftThreshold)
            .OrderByDescending(part => part.LongTerm.Drift)
            .Select(Told)
            .FirstOrDefault();
        var underserved = parts
            .Where(part => Math.Max(part.Recent.Drift, part.LongTerm.Drift) <= -AttentionBreakdown.DriftThreshold)
            .OrderBy(part => part.LongTerm.Drift)
            .Select(Told)
            .FirstOrDefault();
        return (overserved ?? underserved) is null
            ? null
            : new AttentionDriftEvidence(
                overserved,
                underserved,
                pausedAreas.Count > 0 ? [.. pausedAreas.Select(area => area.Name)] : null
            );

        AttentionDriftEvidence.DriftingArea Told(
            (AttentionBreakdown.AreaAttention Recent, AttentionBreakdown.AreaAttention LongTerm) part
        ) =>
            new(
                part.Recent.AreaId!.Value,
                part.Recent.Name,
                part.Recent.WantedShare,
                part.Recent.ActualShare,
                part.LongTerm.ActualShare,
                goalsByArea[part.Recent.AreaId!.Value].Any()
            );
    }

    private static DirectionChangeEvidence? FindDirectionChange(RuleContext ruleContext)
    {
        var goalAlignments = ruleContext.GoalAlignments.ToDictionary(goalAlignment => goalAlignment.GoalId);
        foreach (var change in ruleContext.DirectionChanges.OrderByDescending(change => change.ChangedAt))
        {
            var goals = ruleContext
                .ActiveGoals.Select(goalStatus => goalStatus.Facts)
                .Where(goal =>
                    goalAlignments.TryGetValue(goal.Id, out var goalAlignment)
                    && IsAffected(goalAlignment, change)
                    && goal.StartedOn < change.ChangedOn
                    && !(goalAlignment.LastReviewedAt > change.ChangedAt)
                )
                .OrderBy(goal => goal.Target)
                .ToList();
            if (goals.Count > 0)
            {
                return new DirectionChangeEvidence(
                    change.Part,
                    change.Name,
                    change.ChangedOn,
                    goals.Count,
                    [
                        .. goals
                            .Take(MaxNamedGoals)
                            .Select(goal => new DirectionChangeEvidence.AffectedGoal(goal.Id, goal.Title)),
                    ]
                );
            }
        }

        return null;
    }

    private static bool IsAffected(RuleContext.GoalAlignment goalAlignment, RuleContext.DirectionChange change) =>
        change.Part switch
        {
            DirectionPart.FocusArea => goalAlignment.FocusAreaId == change.Id,
            DirectionPart.Aspiration => goalAlignment.AspirationId == change.Id,
            _ => true,
        };
}
