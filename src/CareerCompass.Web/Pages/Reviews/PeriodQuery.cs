using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Directions;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public static class PeriodQuery
{
    /// <summary>More reviews than fit in two years.</summary>
    private const int MaxReviews = 120;

    private const int MaxLearnedLength = 600;

    /// <summary>At most five statements.</summary>
    public static async Task<ReviewPeriod> ReviewPeriodAsync(
        this CompassDb db,
        ReviewDetails review,
        TimeZoneInfo zone,
        DateTime now
    )
    {
        var marks = await db
            .Reviews.Where(other => other.OpenedAt < review.OpenedAt)
            .OrderByDescending(other => other.OpenedAt)
            .Take(MaxReviews)
            .Select(other => new ReviewSummary(
                other.Id,
                other.Kind,
                other.Date,
                other.State,
                other.OpenedAt,
                other.Learned!.Substring(0, MaxLearnedLength)
            ))
            .ToListAsync();
        var span = LookbackPeriod.For(review.Kind, review.OpenedAt, marks);
        var (since, until) = (span.Since ?? review.PersonCreatedAt, review.Until ?? now);
        var (from, to) = (LocalTime.DateAt(since, zone), LocalTime.DateAt(until, zone));
        var rows = await GoalsAsync(db, since, until, from, to);
        var periodDecisions = await db
            .Corrections.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(correction =>
                correction.DecidedAt > since
                && correction.DecidedAt <= until
                && correction.UndoneCorrectionId == null
                && !db.Corrections.Any(undo => undo.UndoneCorrectionId == correction.Id)
            )
            .OrderBy(correction => correction.DecidedAt)
            .Join(
                db.Goals,
                correction => correction.GoalId,
                goal => goal.Id,
                (correction, goal) =>
                    new PeriodDecision(
                        goal.Id,
                        goal.Title,
                        correction.Kind,
                        correction.DecidedOn,
                        correction.Cause,
                        correction.Lesson
                    )
            )
            .ToListAsync();
        var attentionBreakdown = AttentionBreakdown.From(
            (await db.PartsAsync()).FocusAreas,
            rows.Select(row => new AttentionBreakdown.AreaTimeEntry(row.AreaId, to, row.Goal.Minutes)),
            to,
            Math.Max(1, to.DayNumber - from.DayNumber)
        );
        var causes = review.Kind >= ReviewKind.Quarterly ? await db.SlipCausesAsync(from, to) : [];
        return new ReviewPeriod(
            span,
            from,
            to,
            [
                .. rows.Select(row => row.Goal)
                    .Where(goal => goal.Confidences.Count + goal.Minutes > 0)
                    .OrderByDescending(goal => goal.Minutes)
                    .ThenBy(goal => goal.Title),
            ],
            attentionBreakdown,
            periodDecisions,
            causes
        );
    }

    private static async Task<List<(Guid? AreaId, GoalPeriodSummary Goal)>> GoalsAsync(
        CompassDb db,
        DateTime since,
        DateTime until,
        DateOnly from,
        DateOnly to
    )
    {
        var week = IsoWeek.Monday(from);
        var rows = await db
            .Goals.OrderBy(goal => goal.Id)
            .Select(goal => new
            {
                goal.Id,
                goal.Title,
                goal.FocusAreaId,
                First = db
                    .ForecastRecords.Where(forecastRecord =>
                        forecastRecord.GoalId == goal.Id && forecastRecord.Week >= week && forecastRecord.Week <= to
                    )
                    .OrderBy(forecastRecord => forecastRecord.Week)
                    .Select(forecastRecord => (GoalStatusKind?)forecastRecord.Status)
                    .FirstOrDefault(),
                Last = db
                    .ForecastRecords.Where(forecastRecord =>
                        forecastRecord.GoalId == goal.Id && forecastRecord.Week >= week && forecastRecord.Week <= to
                    )
                    .OrderByDescending(forecastRecord => forecastRecord.Week)
                    .Select(forecastRecord => (GoalStatusKind?)forecastRecord.Status)
                    .FirstOrDefault(),
                Minutes = db
                    .TimeEntries.Where(timeEntry =>
                        timeEntry.GoalId == goal.Id && timeEntry.Day >= from && timeEntry.Day <= to
                    )
                    .Sum(timeEntry => timeEntry.Minutes),
                CheckIns = db
                    .CheckIns.Where(checkIn =>
                        checkIn.GoalId == goal.Id && checkIn.AnsweredAt > since && checkIn.AnsweredAt <= until
                    )
                    .Select(checkIn => new CheckInSummary(
                        checkIn.GoalId,
                        checkIn.AnsweredAt,
                        checkIn.Confidence,
                        checkIn.NextStep != null,
                        checkIn.NextStepDoneAt != null
                    ))
                    .ToList(),
            })
            .AsSingleQuery()
            .ToListAsync();
        return
        [
            .. rows.Select(row =>
                (
                    row.FocusAreaId,
                    GoalPeriodSummary.From(row.Id, row.Title, row.First, row.Last, row.Minutes, row.CheckIns)
                )
            ),
        ];
    }
}
