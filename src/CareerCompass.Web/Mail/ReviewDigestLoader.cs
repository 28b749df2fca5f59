using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

internal static class ReviewDigestLoader
{
    public static async Task<Dictionary<Guid, ReviewDigest>> LoadAsync(
        CompassDb db,
        List<(Person Person, Review Review)> reminders,
        DateTime now,
        CancellationToken cancellation
    )
    {
        // Skips people whose zone this system does not know, so that they do not block other people's mail
        var people = reminders
            .Where(row => TimeZoneInfo.TryFindSystemTimeZoneById(row.Person.Zone, out _))
            .DistinctBy(row => row.Person.Id)
            .ToDictionary(row => row.Person.Id);
        if (people.Count == 0)
        {
            return [];
        }

        var ids = people.Keys.ToList();
        var goals = await GoalStatusesAsync(db, [.. people.Values.Select(row => row.Person)], now, cancellation);
        var forecasts = goals.Where(goal => goal.Forecast is not null).ToLookup(goal => goal.Facts.OwnerId);
        var turns = await StatusChangesAsync(db, people, goals, cancellation);
        var until = DateOnly.FromDateTime(people.Values.Max(row => row.Person.NextReviewAt) ?? now);
        var milestones = await db
            .Milestones.OfAllOwners()
            .Where(milestone =>
                ids.Contains(milestone.OwnerId) && milestone.ReachedOn == null && milestone.Date <= until
            )
            .Join(
                db.Goals.Where(goal => goal.State == GoalState.Active),
                milestone => milestone.GoalId,
                goal => goal.Id,
                (milestone, goal) =>
                    new
                    {
                        milestone.OwnerId,
                        goal.Title,
                        Milestone = milestone.Title,
                        milestone.Date,
                        Open = db.Tasks.Count(task => task.MilestoneId == milestone.Id && task.DoneOn == null),
                        Done = db.Tasks.Count(task => task.MilestoneId == milestone.Id && task.DoneOn != null),
                    }
            )
            .ToListAsync(cancellation);
        var reviews = people.Values.Select(row => row.Review.Id).ToList();
        var steps = await db
            .CheckIns.OfAllOwners()
            .Where(checkIn =>
                ids.Contains(checkIn.OwnerId)
                && checkIn.NextStep != null
                && checkIn.NextStepDoneAt == null
                && !reviews.Contains(checkIn.ReviewId)
                && !db.CheckIns.Any(later =>
                    later.OwnerId == checkIn.OwnerId
                    && later.GoalId == checkIn.GoalId
                    && later.AnsweredAt > checkIn.AnsweredAt
                )
            )
            .Join(
                db.Goals.Where(goal => goal.State == GoalState.Active),
                checkIn => checkIn.GoalId,
                goal => goal.Id,
                (checkIn, goal) =>
                    new
                    {
                        checkIn.OwnerId,
                        goal.Target,
                        checkIn.Id,
                        goal.Title,
                        checkIn.NextStep,
                    }
            )
            .OrderBy(row => row.Target)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellation);
        var (dates, left) = (milestones.ToLookup(row => row.OwnerId), steps.ToLookup(row => row.OwnerId));
        return people.Values.ToDictionary(
            row => row.Person.Id,
            row => new ReviewDigest(
                [.. turns[row.Person.Id]],
                [
                    .. dates[row.Person.Id]
                        .Where(date =>
                            !Milestone.IsReached(null, date.Open, date.Done)
                            && date.Date >= row.Person.Today(now)
                            && date.Date <= Next(row.Person, now)
                        )
                        .Select(date => new UpcomingMilestone(date.Title, date.Milestone, date.Date)),
                ],
                [.. left[row.Person.Id].Select(step => new PendingNextStep(step.Id, step.Title, step.NextStep!))]
            )
            {
                Goals = [.. forecasts[row.Person.Id]],
            }
        );
    }

    private static async Task<ILookup<Guid, GoalStatusChange>> StatusChangesAsync(
        CompassDb db,
        Dictionary<Guid, (Person Person, Review Review)> people,
        List<GoalStatus> goalStatuses,
        CancellationToken cancellation
    )
    {
        var goals = goalStatuses.Select(goalStatus => goalStatus.Facts.Id).ToList();
        var latest = people.Values.Max(row => IsoWeek.Monday(row.Review.Date));
        var seen = await db
            .ForecastRecords.OfAllOwners()
            .Where(forecastRecord =>
                goals.Contains(forecastRecord.GoalId)
                && forecastRecord.Week < latest
                && forecastRecord.Week >= latest.AddDays(-35)
            )
            .Select(forecastRecord => new
            {
                forecastRecord.GoalId,
                forecastRecord.Week,
                forecastRecord.Status,
            })
            .ToListAsync(cancellation);
        var previous = seen.ToLookup(record => record.GoalId);
        return goalStatuses
            .Select(goalStatus =>
                (
                    goalStatus.Facts,
                    To: goalStatus.Kind,
                    From: previous[goalStatus.Facts.Id]
                        .Where(record => record.Week < IsoWeek.Monday(people[goalStatus.Facts.OwnerId].Review.Date))
                        .MaxBy(record => record.Week)
                        ?.Status
                )
            )
            .Where(turn => turn.From is { } from && from != turn.To)
            .ToLookup(
                turn => turn.Facts.OwnerId,
                turn => new GoalStatusChange(turn.Facts.Title, turn.From!.Value, turn.To)
            );
    }

    private static async Task<List<GoalStatus>> GoalStatusesAsync(
        CompassDb db,
        List<Person> people,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var context = await SweepContext.LoadAsync(db, people, now, cancellation);
        return
        [
            .. people.SelectMany(person =>
            {
                var forecaster = context.Forecaster(person.Id, person.Today(now));
                return context
                    .GoalFacts[person.Id]
                    .Where(goal => goal.State == GoalState.Active)
                    .Select(facts => GoalStatus.Evaluate(facts, forecaster));
            }),
        ];
    }

    private static DateOnly Next(Person person, DateTime now) =>
        person.NextReviewAt is { } next ? person.Today(next) : person.Today(now).AddDays(7);
}
