using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the person says and does calls for: confidence, reviews, and how much there is at once.</summary>
public static class PersonRules
{
    /// <summary>Points of a hundred between how sure one feels and what the forecast says.</summary>
    public const int Apart = 25;

    /// <summary>Days after which what was said is too old to be held against today's forecast.</summary>
    public const int SaidDays = 28;

    /// <summary>
    /// Active goals beyond which nobody keeps all of them in mind: three to five things is what attention holds
    /// (Cowan 2001, doi 10.1017/S0140525X01003922).
    /// </summary>
    public const int MostGoals = 5;

    /// <summary>
    /// Minutes a week for each goal below which a task of ordinary size takes more than a week, so that all of them look
    /// stalled by turns.
    /// </summary>
    public const int LeastMinutes = 60;

    /// <summary>Reviews in a row that were passed over.</summary>
    public const int SkippedReviews = 2;

    public static IEnumerable<Finding> Of(Situation situation)
    {
        foreach (var standing in situation.Active)
        {
            if (Confidence(standing, situation) is { } confidence)
            {
                yield return new Finding(PromptRule.FallingConfidence, standing.Facts.Id, confidence);
            }
        }

        var (active, minutes) = (situation.Active.Count(), Capacity.On(situation.Hours, situation.Today));
        if (active > MostGoals || (active > 1 && minutes < active * LeastMinutes))
        {
            yield return new Finding(PromptRule.TooManyGoals, null, new ManyGoals(active, minutes));
        }

        if (Skipped(situation) is { } skipped)
        {
            yield return new Finding(PromptRule.ReviewsSkipped, null, skipped);
        }
    }

    /// <summary>Said 0 to 10, as a share of a hundred.</summary>
    private static int Percent(int confidence) => confidence * 10;

    private static Confidence? Confidence(Standing standing, Situation situation)
    {
        var facts = standing.Facts;
        var said = situation.CheckIns.Where(checkIn => checkIn.GoalId == facts.Id && checkIn.On >= facts.StartedOn)
            .OrderByDescending(checkIn => checkIn.On).Take(3).ToList();
        if (said is [var last, var before, var first] && last.Confidence < before.Confidence && before.Confidence < first.Confidence)
        {
            return new Confidence(Percent(last.Confidence), [Percent(before.Confidence), Percent(first.Confidence)], last.On, null, facts.Target);
        }

        return said is [var felt, ..] && situation.Seasons.DaysAtWork(felt.On, situation.Today) <= SaidDays
            && standing.Forecast is { } forecast && (int)Math.Round(100 * forecast.Chance) is var chance && Math.Abs(Percent(felt.Confidence) - chance) >= Apart
            ? new Confidence(Percent(felt.Confidence), null, felt.On, chance, facts.Target)
            : null;
    }

    // One that lay in time off for half its days or more is not skipped; nor does it break the row
    private static SkippedReviews? Skipped(Situation situation)
    {
        var days = situation.Folded.Where(day => situation.LastCompleted is not { } done || day > done).Order().ToList();
        var counted = days.Where((day, at) =>
        {
            var until = at + 1 < days.Count ? days[at + 1] : situation.Today;
            var all = Math.Clamp(until.DayNumber - day.DayNumber, 1, 7);
            return situation.Seasons.DaysAtWork(day.AddDays(-1), day.AddDays(all - 1)) * 2 > all;
        }).ToList();
        return counted.Count >= SkippedReviews ? new SkippedReviews(counted.Count, counted[0], situation.LastCompleted) : null;
    }
}
