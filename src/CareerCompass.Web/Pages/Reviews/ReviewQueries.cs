using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public static class ReviewQueries
{
    public static Task<ReviewDetails?> ReviewDetailsAsync(this CompassDb db, Guid reviewId) =>
        db
            .Reviews.Where(review => review.Id == reviewId)
            .Select(review => new ReviewDetails(
                review.Id,
                review.Kind,
                review.Date,
                review.State,
                review.OpenedAt,
                review.CompletedAt,
                review.Learned,
                review.Version,
                db.Reviews.Where(other => other.State == ReviewState.Completed && other.OpenedAt < review.OpenedAt)
                    .Max(other => other.CompletedAt),
                db.People.Select(person => person.CreatedAt).First(),
                db.Reviews.Where(other => other.OpenedAt > review.OpenedAt).Min(other => (DateTime?)other.OpenedAt),
                db.Reviews.Count(other =>
                    other.State == ReviewState.Folded
                    && other.OpenedAt < review.OpenedAt
                    && !db.Reviews.Any(done =>
                        done.State == ReviewState.Completed
                        && done.OpenedAt > other.OpenedAt
                        && done.OpenedAt < review.OpenedAt
                    )
                ),
                review.AnswersJson
            ))
            .SingleOrDefaultAsync();

    /// <summary>Active goals, and those answered before they ended, in the order of the review.</summary>
    public static Task<List<ReviewGoalStep>> ReviewStepsAsync(this CompassDb db, Guid reviewId) =>
        db
            .Goals.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(goal =>
                (goal.State == GoalState.Active && goal.TrashedAt == null)
                || db.CheckIns.Any(checkIn => checkIn.ReviewId == reviewId && checkIn.GoalId == goal.Id)
            )
            .OrderBy(goal => goal.Target)
            .ThenBy(goal => goal.Id)
            .Select(goal => new ReviewGoalStep(
                goal.Id,
                goal.Title,
                goal.State,
                goal.TrashedAt != null,
                db.CheckIns.Any(checkIn => checkIn.ReviewId == reviewId && checkIn.GoalId == goal.Id)
            ))
            .ToListAsync();

    /// <summary>Includes answers on goals that are in Trash now.</summary>
    public static Task<List<GoalAnswer>> AnswersAsync(this CompassDb db, Guid reviewId) =>
        db
            .CheckIns.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(checkIn => checkIn.ReviewId == reviewId)
            .Join(db.Goals, checkIn => checkIn.GoalId, goal => goal.Id, (checkIn, goal) => new { checkIn, goal })
            .OrderBy(row => row.goal.Target)
            .ThenBy(row => row.goal.Id)
            .Select(row => new GoalAnswer(
                row.goal.Id,
                row.goal.Title,
                row.goal.TrashedAt != null,
                new CheckInAnswer(
                    row.checkIn.Progress,
                    row.checkIn.Confidence,
                    row.checkIn.Obstacle,
                    row.checkIn.NextStep,
                    row.checkIn.Version,
                    row.checkIn.ReviewId,
                    row.checkIn.NextStepDoneAt != null
                )
            ))
            .ToListAsync();

    public static Task<ReviewOutcome> OutcomeAsync(this CompassDb db, ReviewDetails review)
    {
        var (id, from, until) = (review.Id, review.OpenedAt, review.Until);
        return db
            .Reviews.Where(row => row.Id == id)
            .Select(row => new ReviewOutcome(
                db.CheckIns.Count(checkIn => checkIn.ReviewId == id),
                db.Corrections.Count(correction =>
                    correction.DecidedAt >= from
                    && (until == null || correction.DecidedAt <= until)
                    && correction.UndoneCorrectionId == null
                    && !db.Corrections.Any(undo => undo.UndoneCorrectionId == correction.Id)
                ),
                db.Prompts.Count(prompt =>
                    prompt.State == PromptState.Answered
                    && prompt.ClosedAt >= from
                    && (until == null || prompt.ClosedAt <= until)
                ),
                db.Prompts.Count(prompt =>
                    prompt.State == PromptState.Declined
                    && prompt.ClosedAt >= from
                    && (until == null || prompt.ClosedAt <= until)
                ),
                db.CheckIns.Count(checkIn => checkIn.ReviewId == id && checkIn.NextStep != null)
            ))
            .SingleAsync();
    }

    public static Task<List<LastNextStep>> LastNextStepsAsync(this CompassDb db, ReviewDetails review)
    {
        var (id, before, open) = (review.Id, review.OpenedAt, review.IsOpen);
        return db
            .CheckIns.Where(said =>
                said.NextStep != null
                && said.ReviewId != id
                && said.AnsweredAt < before
                && !db.CheckIns.Any(later =>
                    later.GoalId == said.GoalId
                    && later.ReviewId != id
                    && later.AnsweredAt > said.AnsweredAt
                    && later.AnsweredAt < before
                )
            )
            .Join(db.Goals, said => said.GoalId, goal => goal.Id, (said, goal) => new { said, goal })
            .Where(row =>
                (open && row.goal.State == GoalState.Active)
                || db.CheckIns.Any(mine => mine.ReviewId == id && mine.GoalId == row.goal.Id)
            )
            .OrderBy(row => row.goal.Target)
            .ThenBy(row => row.goal.Id)
            .Select(row => new LastNextStep(
                row.said.ReviewId,
                row.goal.Id,
                row.goal.Title,
                row.said.NextStep!,
                row.said.NextStepDoneAt != null
            ))
            .ToListAsync();
    }

    public static async Task<Dictionary<Guid, CheckIn>> LoadLastCheckInsAsync(
        this CompassDb db,
        Guid reviewId,
        IReadOnlyList<Guid> goals
    ) =>
        await db
            .CheckIns.Where(said =>
                goals.Contains(said.GoalId)
                && said.ReviewId != reviewId
                && !db.CheckIns.Any(later =>
                    later.GoalId == said.GoalId && later.ReviewId != reviewId && later.AnsweredAt > said.AnsweredAt
                )
            )
            .GroupBy(said => said.GoalId)
            .Select(goal => goal.First())
            .ToDictionaryAsync(said => said.GoalId);

    /// <param name="from">The first day of its period, in the person's time zone.</param>
    public static Task<List<GoalLookback>> GoalLookbacksAsync(
        this CompassDb db,
        IQueryable<Goal> goals,
        ReviewDetails review,
        DateOnly from
    )
    {
        var week = IsoWeek.Monday(review.Date);
        return goals
            .OrderBy(goal => goal.Target)
            .ThenBy(goal => goal.Id)
            .Select(goal => new GoalLookback(
                goal.Id,
                goal.Title,
                goal.State,
                db.ForecastRecords.Where(forecastRecord =>
                        forecastRecord.GoalId == goal.Id && forecastRecord.Week < week
                    )
                    .OrderByDescending(forecastRecord => forecastRecord.Week)
                    .Select(forecastRecord => (GoalStatusKind?)forecastRecord.Status)
                    .FirstOrDefault(),
                db.TimeEntries.Where(timeEntry => timeEntry.GoalId == goal.Id && timeEntry.Day >= from)
                    .Sum(timeEntry => timeEntry.Minutes),
                db.CheckIns.Where(checkIn => checkIn.GoalId == goal.Id && checkIn.ReviewId != review.Id)
                    .OrderByDescending(checkIn => checkIn.AnsweredAt)
                    .Select(checkIn => new CheckInAnswer(
                        checkIn.Progress,
                        checkIn.Confidence,
                        checkIn.Obstacle,
                        checkIn.NextStep,
                        checkIn.Version,
                        checkIn.ReviewId,
                        checkIn.NextStepDoneAt != null
                    ))
                    .FirstOrDefault(),
                db.CheckIns.Where(checkIn => checkIn.GoalId == goal.Id && checkIn.ReviewId == review.Id)
                    .Select(checkIn => new CheckInAnswer(
                        checkIn.Progress,
                        checkIn.Confidence,
                        checkIn.Obstacle,
                        checkIn.NextStep,
                        checkIn.Version,
                        checkIn.ReviewId,
                        checkIn.NextStepDoneAt != null
                    ))
                    .FirstOrDefault(),
                db.Prompts.Where(prompt => prompt.GoalId == goal.Id && prompt.State == PromptState.Open)
                    .OrderBy(prompt => prompt.Id)
                    .Select(prompt => new OpenPrompt(prompt.Id, prompt.Rule, prompt.QuietFrom, prompt.EvidenceJson))
                    .ToList()
            ))
            .AsNoTracking()
            .ToListAsync();
    }

    public static Task<List<DoneTask>> DoneSinceAsync(this CompassDb db, IQueryable<Goal> goals, DateTime since) =>
        db
            .Tasks.Where(task => task.DoneAt >= since && goals.Any(goal => goal.Id == task.GoalId))
            .OrderBy(task => task.DoneAt)
            .ThenBy(task => task.Position)
            .Select(task => new DoneTask(task.GoalId, task.Title))
            .ToListAsync();

    public static async Task<List<MilestoneLookback>> MilestoneLookbacksAsync(
        this CompassDb db,
        IQueryable<Goal> goals,
        DateOnly from,
        DateOnly today
    )
    {
        var seen = await db
            .Milestones.Where(milestone =>
                milestone.ReachedOn >= from
                    ? goals.Any(goal => goal.Id == milestone.GoalId)
                    : milestone.ReachedOn == null
                        && goals.Any(goal => goal.Id == milestone.GoalId && goal.State == GoalState.Active)
                        && (
                            milestone.Date < today
                            || db.Tasks.Any(task => task.MilestoneId == milestone.Id && task.DoneOn >= from)
                        )
            )
            .OrderBy(milestone => milestone.Date)
            .ThenBy(milestone => milestone.Id)
            .Select(milestone => new
            {
                Is = new MilestoneLookback(
                    milestone.GoalId,
                    milestone.Title,
                    milestone.Date,
                    milestone.ReachedOn,
                    db.Tasks.Count(task => task.MilestoneId == milestone.Id && task.DoneOn == null),
                    db.Tasks.Count(task => task.MilestoneId == milestone.Id && task.DoneOn != null)
                ),
                LastTick = db.Tasks.Where(task => task.MilestoneId == milestone.Id).Max(task => task.DoneOn),
            })
            .ToListAsync();
        return
        [
            .. seen.Where(row => row.Is.IsReached ? (row.Is.ReachedOn ?? row.LastTick) >= from : row.Is.Date < today)
                .Select(row => row.Is),
        ];
    }

    /// <summary>Omits undone decisions, includes those on goals that are in Trash now.</summary>
    public static Task<List<Decision>> DecisionsAsync(this CompassDb db, DateTime since, DateTime? until) =>
        db
            .Corrections.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(correction =>
                correction.DecidedAt >= since
                && (until == null || correction.DecidedAt <= until)
                && correction.UndoneCorrectionId == null
                && !db.Corrections.Any(undo => undo.UndoneCorrectionId == correction.Id)
            )
            .OrderBy(correction => correction.DecidedAt)
            .Join(
                db.Goals,
                correction => correction.GoalId,
                goal => goal.Id,
                (correction, goal) =>
                    new Decision(goal.Id, goal.Title, correction.Kind, correction.DecidedOn, correction.Reason)
            )
            .ToListAsync();
}
