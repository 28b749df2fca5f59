using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the person says and does calls for: confidence, reviews, and how much there is at once.</summary>
public static class PersonRules
{
    /// <summary>Points of a hundred between how sure one feels and what the forecast says.</summary>
    public const int MinConfidenceGap = 25;

    /// <summary>Days after which what was said is too old to be held against today's forecast.</summary>
    public const int MaxCheckInAgeDays = 28;

    /// <summary>
    /// Active goals beyond which nobody keeps all of them in mind: three to five things is what attention holds
    /// (Cowan 2001, doi 10.1017/S0140525X01003922).
    /// </summary>
    public const int MaxActiveGoals = 5;

    /// <summary>
    /// Minutes a week for each goal below which a task of ordinary size takes more than a week, so that all of them look
    /// stalled by turns.
    /// </summary>
    public const int MinMinutesPerGoal = 60;

    /// <summary>Reviews in a row that were passed over.</summary>
    public const int MinSkippedReviews = 2;

    public static IEnumerable<RuleFinding> Evaluate(RuleContext ruleContext)
    {
        foreach (var goalStatus in ruleContext.ActiveGoals)
        {
            if (FindConfidenceProblem(goalStatus, ruleContext) is { } confidenceEvidence)
            {
                yield return new RuleFinding(PromptRule.FallingConfidence, goalStatus.Facts.Id, confidenceEvidence);
            }
        }

        var (active, minutes) = (
            ruleContext.ActiveGoals.Count(),
            Capacity.WeeklyMinutesOn(ruleContext.Capacities, ruleContext.Today)
        );
        if (active > MaxActiveGoals || (active > 1 && minutes < active * MinMinutesPerGoal))
        {
            yield return new RuleFinding(PromptRule.TooManyGoals, null, new TooManyGoalsEvidence(active, minutes));
        }

        if (FindSkippedReviews(ruleContext) is { } skipped)
        {
            yield return new RuleFinding(PromptRule.ReviewsSkipped, null, skipped);
        }
    }

    /// <summary>Said 0 to 10, as a share of a hundred.</summary>
    private static int Percent(int confidence) => confidence * 10;

    private static ConfidenceEvidence? FindConfidenceProblem(GoalStatus goalStatus, RuleContext ruleContext)
    {
        var facts = goalStatus.Facts;
        var recentCheckIn = ruleContext
            .CheckIns.Where(checkIn => checkIn.GoalId == facts.Id && checkIn.AnsweredOn >= facts.StartedOn)
            .OrderByDescending(checkIn => checkIn.AnsweredOn)
            .Take(3)
            .ToList();
        if (
            recentCheckIn is [var last, var before, var first]
            && last.Confidence < before.Confidence
            && before.Confidence < first.Confidence
        )
        {
            return new ConfidenceEvidence(
                Percent(last.Confidence),
                [Percent(before.Confidence), Percent(first.Confidence)],
                last.AnsweredOn,
                null,
                facts.Target
            );
        }

        return
            recentCheckIn is [var latest, ..]
            && ruleContext.WorkCalendar.WorkingDaysBetween(latest.AnsweredOn, ruleContext.Today) <= MaxCheckInAgeDays
            && goalStatus.Forecast is { } forecast
            && (int)Math.Round(100 * forecast.Chance) is var chance
            && Math.Abs(Percent(latest.Confidence) - chance) >= MinConfidenceGap
            ? new ConfidenceEvidence(Percent(latest.Confidence), null, latest.AnsweredOn, chance, facts.Target)
            : null;
    }

    // One that lay in time off for half its days or more is not skipped; nor does it break the row
    private static SkippedReviewsEvidence? FindSkippedReviews(RuleContext ruleContext)
    {
        var days = ruleContext
            .SkippedReviewDates.Where(day => ruleContext.LastCompletedReviewDate is not { } done || day > done)
            .Order()
            .ToList();
        var counted = days.Where(
                (day, index) =>
                {
                    var until = index + 1 < days.Count ? days[index + 1] : ruleContext.Today;
                    var all = Math.Clamp(until.DayNumber - day.DayNumber, 1, 7);
                    return ruleContext.WorkCalendar.WorkingDaysBetween(day.AddDays(-1), day.AddDays(all - 1)) * 2 > all;
                }
            )
            .ToList();
        return counted.Count >= MinSkippedReviews
            ? new SkippedReviewsEvidence(counted.Count, counted[0], ruleContext.LastCompletedReviewDate)
            : null;
    }
}
