using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Data;

/// <summary>A decision in the time that a longer review looks back on.</summary>
public sealed record Turn(Guid GoalId, string Title, CorrectionKind Kind, DateOnly On, Cause? Cause, string? Lesson);

/// <summary>What a longer review looks back on: the smaller ones beneath it, and what became of the goals meanwhile.</summary>
/// <param name="From">The person's first day of it.</param>
/// <param name="Goals">Those that were reviewed or worked on in it, the most hours first.</param>
/// <param name="Causes">Why plans slipped; told from a quarter on, as a month has too few to learn from.</param>
public sealed record Period(
    ReviewSpan Span, DateOnly From, DateOnly To, IReadOnlyList<GoalSpan> Goals, Attention Attention, IReadOnlyList<Turn> Turns, IReadOnlyList<SlipCause> Causes)
{
    public int Covered => Goals.Count(goal => goal.Confidences.Count > 0);

    public int Minutes => Goals.Sum(goal => goal.Minutes);

    public int StepsSet => Goals.Sum(goal => goal.StepsSet);

    public int StepsDone => Goals.Sum(goal => goal.StepsDone);

    /// <summary>What was learned in the reviews that it quotes.</summary>
    public IEnumerable<ReviewMark> Lessons => Span.Quoted.Where(review => review.Learned is not null);
}

public static class PeriodReads
{
    /// <summary>More reviews than lie in two years.</summary>
    private const int MostReviews = 120;

    private const int MostLearned = 600;

    /// <summary>What a longer review looks back on, in five statements at most.</summary>
    public static async Task<Period> PeriodAsync(this CompassDb db, ReviewHead review, TimeZoneInfo zone, DateTime now)
    {
        var marks = await db.Reviews.Where(other => other.OpenedAt < review.OpenedAt).OrderByDescending(other => other.OpenedAt).Take(MostReviews)
            .Select(other => new ReviewMark(other.Id, other.Kind, other.Date, other.State, other.OpenedAt, other.Learned!.Substring(0, MostLearned))).ToListAsync();
        var span = ReviewSpan.Of(review.Kind, review.OpenedAt, marks);
        var (since, until) = (span.After ?? review.Began, review.Until ?? now);
        var (from, to) = (LocalTime.DateAt(since, zone), LocalTime.DateAt(until, zone));
        var rows = await GoalsAsync(db, since, until, from, to);
        var turns = await db.Corrections.IgnoreQueryFilters([Filters.Trash]).Where(correction => correction.At > since && correction.At <= until
                && correction.UndoesId == null && !db.Corrections.Any(undo => undo.UndoesId == correction.Id)).OrderBy(correction => correction.At)
            .Join(db.Goals, correction => correction.GoalId, goal => goal.Id, (correction, goal) => new Turn(
                goal.Id, goal.Title, correction.Kind, correction.On, correction.Cause, correction.Lesson)).ToListAsync();
        var attention = Attention.Of((await db.AimsAsync()).Areas, rows.Select(row => new Attention.Spent(row.AreaId, to, row.Goal.Minutes)), to, Math.Max(1, to.DayNumber - from.DayNumber));
        var causes = review.Kind >= ReviewKind.Quarterly ? await db.CausesAsync(from, to) : [];
        return new Period(span, from, to, [.. rows.Select(row => row.Goal).Where(goal => goal.Confidences.Count + goal.Minutes > 0).OrderByDescending(goal => goal.Minutes).ThenBy(goal => goal.Title)], attention, turns, causes);
    }

    private static async Task<List<(Guid? AreaId, GoalSpan Goal)>> GoalsAsync(CompassDb db, DateTime since, DateTime until, DateOnly from, DateOnly to)
    {
        var week = IsoWeek.Monday(from);
        var rows = await db.Goals.OrderBy(goal => goal.Id).Select(goal => new
        {
            goal.Id,
            goal.Title,
            goal.FocusAreaId,
            First = db.Sightings.Where(sighting => sighting.GoalId == goal.Id && sighting.Week >= week && sighting.Week <= to)
                .OrderBy(sighting => sighting.Week).Select(sighting => (Bearing?)sighting.Bearing).FirstOrDefault(),
            Last = db.Sightings.Where(sighting => sighting.GoalId == goal.Id && sighting.Week >= week && sighting.Week <= to)
                .OrderByDescending(sighting => sighting.Week).Select(sighting => (Bearing?)sighting.Bearing).FirstOrDefault(),
            Minutes = db.Efforts.Where(effort => effort.GoalId == goal.Id && effort.Day >= from && effort.Day <= to).Sum(effort => effort.Minutes),
            CheckIns = db.CheckIns.Where(checkIn => checkIn.GoalId == goal.Id && checkIn.At > since && checkIn.At <= until)
                .Select(checkIn => new SpanCheckIn(checkIn.GoalId, checkIn.At, checkIn.Confidence, checkIn.NextStep != null, checkIn.StepDoneAt != null)).ToList(),
        }).AsSingleQuery().ToListAsync();
        return [.. rows.Select(row => (row.FocusAreaId, GoalSpan.Of(row.Id, row.Title, row.First, row.Last, row.Minutes, row.CheckIns)))];
    }
}
