using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Corrections;

public static class PersonRules
{
    /// <summary>Percentage points between the person's confidence and the forecast.</summary>
    public const int MinConfidenceGap = 25;

    /// <summary>Check-ins older than this are not compared with the current forecast.</summary>
    public const int MaxCheckInAgeDays = 28;

    /// <summary>Working memory holds three to five items (Cowan 2001, doi 10.1017/S0140525X01003922).</summary>
    public const int MaxActiveGoals = 5;

    /// <summary>Weekly minutes per goal; with less, ordinary tasks take over a week and goals look stalled.</summary>
    public const int MinMinutesPerGoal = 60;

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

    // A review with time off on at least half of its days neither counts as skipped nor ends the streak
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
