using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the direction above the goals calls for.</summary>
public static class DirectionRules
{
    /// <summary>Minutes logged in four weeks, and in twelve, below which one evening more or less would turn the shares around.</summary>
    public const int MinRecentMinutes = 120;

    public const int MinLongTermMinutes = 360;

    /// <summary>Goals that a prompt names.</summary>
    public const int MaxNamedGoals = 3;

    public static IEnumerable<RuleFinding> Evaluate(RuleContext ruleContext)
    {
        if (Drift(ruleContext) is { } drift)
        {
            yield return new RuleFinding(PromptRule.AttentionDrift, null, drift);
        }

        if (Changed(ruleContext) is { } changed)
        {
            yield return new RuleFinding(PromptRule.DirectionChanged, null, changed);
        }
    }

    // What only rests is left out, and the shares of the others are made to sum up without it
    private static AttentionDriftEvidence? Drift(RuleContext ruleContext)
    {
        var served = ruleContext.GoalAlignments.Where(goalAlignment => goalAlignment.FocusAreaId is not null)
            .ToLookup(goalAlignment => goalAlignment.FocusAreaId!.Value, goalAlignment => ruleContext.ActiveGoals.Any(goalStatus => goalStatus.Facts.Id == goalAlignment.GoalId));
        var resting = ruleContext.FocusAreaShares.Where(area => served[area.Id].Any() && !served[area.Id].Contains(true)).ToList();
        var focusAreaShare = ruleContext.FocusAreaShares.Except(resting).ToList();
        var shares = Shares.Distribute([.. focusAreaShare.Select(area => area.Share)]);
        focusAreaShare = [.. focusAreaShare.Zip(shares, (area, share) => area with { Share = share })];
        var areaTimeEntry = ruleContext.AreaTimeEntries.Where(effort => !resting.Exists(area => area.Id == effort.AreaId)).ToList();
        var lately = AttentionBreakdown.From(focusAreaShare, areaTimeEntry, ruleContext.Today, AttentionBreakdown.RecentDays);
        var longer = AttentionBreakdown.From(focusAreaShare, areaTimeEntry, ruleContext.Today, AttentionBreakdown.LongTermDays);
        if (focusAreaShare.Count < 2 || lately.Minutes < MinRecentMinutes || longer.Minutes < MinLongTermMinutes)
        {
            return null;
        }

        var parts = lately.Areas.Where(areaAttention => areaAttention.AreaId is not null)
            .Select(areaAttention => (Now: areaAttention, Then: longer.Areas.First(other => other.AreaId == areaAttention.AreaId))).ToList();
        var much = parts.Where(part => Math.Min(part.Now.Drift, part.Then.Drift) >= AttentionBreakdown.DriftThreshold).OrderByDescending(part => part.Then.Drift).Select(Told).FirstOrDefault();
        var little = parts.Where(part => Math.Max(part.Now.Drift, part.Then.Drift) <= -AttentionBreakdown.DriftThreshold).OrderBy(part => part.Then.Drift).Select(Told).FirstOrDefault();
        return (much ?? little) is null ? null : new AttentionDriftEvidence(much, little, resting.Count > 0 ? [.. resting.Select(area => area.Name)] : null);

        AttentionDriftEvidence.DriftingArea Told((AttentionBreakdown.AreaAttention Now, AttentionBreakdown.AreaAttention Then) part) =>
            new(part.Now.AreaId!.Value, part.Now.Name, part.Now.WantedShare, part.Now.ActualShare, part.Then.ActualShare, served[part.Now.AreaId!.Value].Any());
    }

    private static DirectionChangeEvidence? Changed(RuleContext ruleContext)
    {
        var goalAlignments = ruleContext.GoalAlignments.ToDictionary(goalAlignment => goalAlignment.GoalId);
        foreach (var change in ruleContext.DirectionChanges.OrderByDescending(change => change.At))
        {
            var goals = ruleContext.ActiveGoals.Select(goalStatus => goalStatus.Facts)
                .Where(goal => goalAlignments.TryGetValue(goal.Id, out var goalAlignment) && IsAffected(goalAlignment, change) && goal.StartedOn < change.On && !(goalAlignment.LastReviewedAt > change.At))
                .OrderBy(goal => goal.Target).ToList();
            if (goals.Count > 0)
            {
                return new DirectionChangeEvidence(change.Kind, change.Name, change.On, goals.Count, [.. goals.Take(MaxNamedGoals).Select(goal => new DirectionChangeEvidence.AffectedGoal(goal.Id, goal.Title))]);
            }
        }

        return null;
    }

    private static bool IsAffected(RuleContext.GoalAlignment goalAlignment, RuleContext.DirectionChange change) => change.Kind switch
    {
        DirectionPart.Area => goalAlignment.FocusAreaId == change.Id,
        DirectionPart.Aspiration => goalAlignment.AspirationId == change.Id,
        _ => true,
    };
}
