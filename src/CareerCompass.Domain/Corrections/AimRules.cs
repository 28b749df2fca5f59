using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the direction above the goals calls for.</summary>
public static class AimRules
{
    /// <summary>Minutes logged in four weeks, and in twelve, below which one evening more or less would turn the shares around.</summary>
    public const int LeastLately = 120;

    public const int LeastLonger = 360;

    /// <summary>Goals that a prompt names.</summary>
    public const int MostNamed = 3;

    public static IEnumerable<Finding> Of(Situation situation)
    {
        if (Drift(situation) is { } drift)
        {
            yield return new Finding(PromptRule.AttentionDrift, null, drift);
        }

        if (Changed(situation) is { } changed)
        {
            yield return new Finding(PromptRule.DirectionChanged, null, changed);
        }
    }

    // What only rests is left out, and the shares of the others are made to sum up without it
    private static DriftOfAttention? Drift(Situation situation)
    {
        var served = situation.Aims.Where(aim => aim.FocusAreaId is not null)
            .ToLookup(aim => aim.FocusAreaId!.Value, aim => situation.Active.Any(standing => standing.Facts.Id == aim.GoalId));
        var resting = situation.Areas.Where(area => served[area.Id].Any() && !served[area.Id].Contains(true)).ToList();
        var wanted = situation.Areas.Except(resting).ToList();
        var shares = Shares.AddUp([.. wanted.Select(area => area.Share)]);
        wanted = [.. wanted.Zip(shares, (area, share) => area with { Share = share })];
        var spent = situation.Spent.Where(effort => !resting.Exists(area => area.Id == effort.AreaId)).ToList();
        var lately = Attention.Of(wanted, spent, situation.Today, Attention.Lately);
        var longer = Attention.Of(wanted, spent, situation.Today, Attention.Longer);
        if (wanted.Count < 2 || lately.Minutes < LeastLately || longer.Minutes < LeastLonger)
        {
            return null;
        }

        var parts = lately.Parts.Where(part => part.AreaId is not null)
            .Select(part => (Now: part, Then: longer.Parts.First(other => other.AreaId == part.AreaId))).ToList();
        var much = parts.Where(part => Math.Min(part.Now.Drift, part.Then.Drift) >= Attention.Noticeable).OrderByDescending(part => part.Then.Drift).Select(Told).FirstOrDefault();
        var little = parts.Where(part => Math.Max(part.Now.Drift, part.Then.Drift) <= -Attention.Noticeable).OrderBy(part => part.Then.Drift).Select(Told).FirstOrDefault();
        return (much ?? little) is null ? null : new DriftOfAttention(much, little, resting.Count > 0 ? [.. resting.Select(area => area.Name)] : null);

        DriftOfAttention.Part Told((Attention.Part Now, Attention.Part Then) part) =>
            new(part.Now.AreaId!.Value, part.Now.Name, part.Now.Share, part.Now.Got, part.Then.Got, served[part.Now.AreaId!.Value].Any());
    }

    private static ChangedDirection? Changed(Situation situation)
    {
        var aims = situation.Aims.ToDictionary(aim => aim.GoalId);
        foreach (var change in situation.Changes.OrderByDescending(change => change.At))
        {
            var goals = situation.Active.Select(standing => standing.Facts)
                .Where(goal => aims.TryGetValue(goal.Id, out var aim) && Serves(aim, change) && goal.StartedOn < change.On && !(aim.LookedAtAt > change.At))
                .OrderBy(goal => goal.Target).ToList();
            if (goals.Count > 0)
            {
                return new ChangedDirection(change.Kind, change.Name, change.On, goals.Count, [.. goals.Take(MostNamed).Select(goal => new ChangedDirection.Goal(goal.Id, goal.Title))]);
            }
        }

        return null;
    }

    private static bool Serves(Situation.Aim aim, Situation.AimChange change) => change.Kind switch
    {
        AimKind.Area => aim.FocusAreaId == change.Id,
        AimKind.Aspiration => aim.AspirationId == change.Id,
        _ => true,
    };
}
