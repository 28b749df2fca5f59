using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

internal sealed class RuleContextLoader
{
    private const int IsAspiration = -1;
    private const int IsStatement = -2;

    public required ILookup<Guid, RuleContext.PassedMilestone> PassedMilestones { get; init; }

    public required ILookup<Guid, RuleContext.DueTripwire> Tripwires { get; init; }

    public required ILookup<Guid, (Guid GoalId, DateTime At, int Confidence)> CheckIns { get; init; }

    public required ILookup<Guid, DirectionPartRow> DirectionParts { get; init; }

    public required ILookup<Guid, RuleContext.GoalAlignment> GoalAlignments { get; init; }

    public required ILookup<Guid, AttentionBreakdown.AreaTimeEntry> AreaTimeEntries { get; init; }

    public required ILookup<Guid, (DateOnly Date, bool IsOpen, DateOnly? Completed)> SkippedReviews { get; init; }

    /// <summary>Uses the same number of statements for one person and for hundreds.</summary>
    public static async Task<RuleContextLoader> LoadAsync(
        CompassDb db,
        List<Guid> ids,
        DateTime now,
        CancellationToken cancellation
    )
    {
        // Local dates differ from UTC by up to a day; the rules use each person's own date
        var today = DateOnly.FromDateTime(now);
        var (tomorrow, effortSince) = (today.AddDays(1), today.AddDays(-AttentionBreakdown.LongTermDays));
        var passed = await db
            .Milestones.OfAllOwners()
            .Where(milestone =>
                ids.Contains(milestone.OwnerId) && milestone.ReachedOn == null && milestone.Date < tomorrow
            )
            .Where(milestone =>
                db.Tasks.Any(task =>
                    task.GoalId == milestone.GoalId && task.MilestoneId == milestone.Id && task.DoneOn == null
                ) || !db.Tasks.Any(task => task.GoalId == milestone.GoalId && task.MilestoneId == milestone.Id)
            )
            .Join(
                Active(db, ids),
                milestone => milestone.GoalId,
                goal => goal.Id,
                (milestone, goal) =>
                    new
                    {
                        milestone.OwnerId,
                        Stop = new RuleContext.PassedMilestone(
                            goal.Id,
                            milestone.Id,
                            milestone.Title,
                            milestone.Date,
                            db.Tasks.Count(task =>
                                task.GoalId == milestone.GoalId
                                && task.MilestoneId == milestone.Id
                                && task.DoneOn == null
                            ),
                            db.Tasks.Where(task =>
                                    task.GoalId == milestone.GoalId
                                    && task.MilestoneId == milestone.Id
                                    && task.DoneOn == null
                                )
                                .Sum(task => task.Estimate ?? 0),
                            0
                        ),
                    }
            )
            .ToListAsync(cancellation);
        var tripwires = await db
            .Tripwires.OfAllOwners()
            .Where(tripwire =>
                ids.Contains(tripwire.OwnerId) && tripwire.On <= tomorrow && tripwire.State != TripwireState.Held
            )
            .Join(
                Active(db, ids),
                tripwire => tripwire.GoalId,
                goal => goal.Id,
                (tripwire, goal) =>
                    new
                    {
                        tripwire.OwnerId,
                        Wire = new RuleContext.DueTripwire(
                            goal.Id,
                            tripwire.Id,
                            tripwire.Premise,
                            tripwire.Test,
                            tripwire.Otherwise,
                            tripwire.On,
                            tripwire.AnsweredOn
                        ),
                    }
            )
            .ToListAsync(cancellation);
        var checkInsSince = now.AddDays(-RuleContext.CheckInDays);
        var checkIns = await db
            .CheckIns.OfAllOwners()
            .Where(row => ids.Contains(row.OwnerId) && row.AnsweredAt >= checkInsSince)
            .Select(row => new
            {
                row.OwnerId,
                row.GoalId,
                row.AnsweredAt,
                row.Confidence,
            })
            .ToListAsync(cancellation);
        var parts = await DirectionPartsAsync(db, ids, now.AddDays(-RuleContext.ChangeDays), cancellation);
        var areas = parts
            .Where(row => row.Share >= 0)
            .GroupBy(row => row.OwnerId)
            .Where(owner => owner.Count() > 1)
            .Select(owner => owner.Key)
            .ToList();
        var changed = parts.Where(row => row.ChangedAt is not null).Select(row => row.OwnerId).Distinct().ToList();
        var lastSaid = checkIns
            .GroupBy(row => row.GoalId)
            .ToDictionary(goal => goal.Key, goal => goal.Max(row => row.AnsweredAt));
        var served = await db
            .Goals.OfAllOwners()
            .Where(goal =>
                ids.Contains(goal.OwnerId) && (goal.State == GoalState.Active || goal.State == GoalState.Paused)
            )
            .Select(goal => new
            {
                goal.OwnerId,
                goal.Id,
                goal.FocusAreaId,
                goal.AspirationId,
                HasSeries = db.Tasks.Any(task =>
                    task.GoalId == goal.Id && task.RecurringTaskId != null && task.DoneOn == null
                ),
                EditedAt = changed.Contains(goal.OwnerId)
                    ? db
                        .Revisions.Where(row => row.GoalId == goal.Id)
                        .OrderByDescending(row => row.Number)
                        .Select(row => (DateTime?)row.EditedAt)
                        .FirstOrDefault()
                    : null,
            })
            .ToListAsync(cancellation);
        var spent = await db
            .TimeEntries.OfAllOwners()
            .Where(row => areas.Contains(row.OwnerId) && row.Day > effortSince && row.Day <= tomorrow)
            .Join(
                db.Goals.OfAllOwners(),
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) =>
                    new
                    {
                        row.OwnerId,
                        goal.FocusAreaId,
                        row.Day,
                        row.Minutes,
                    }
            )
            .GroupBy(row => new
            {
                row.OwnerId,
                row.FocusAreaId,
                row.Day,
            })
            .Select(group => new
            {
                group.Key.OwnerId,
                Effort = new AttentionBreakdown.AreaTimeEntry(
                    group.Key.FocusAreaId,
                    group.Key.Day,
                    group.Sum(row => row.Minutes)
                ),
            })
            .ToListAsync(cancellation);
        var since = today.AddDays(-RuleContext.ReviewDays);
        var folded = await db
            .Reviews.OfAllOwners()
            .Where(row =>
                ids.Contains(row.OwnerId)
                && row.Date >= since
                && row.State != ReviewState.Completed
                && !db.Reviews.Any(done =>
                    done.OwnerId == row.OwnerId && done.State == ReviewState.Completed && done.Date > row.Date
                )
            )
            .Select(row => new
            {
                row.OwnerId,
                row.Date,
                row.State,
                Completed = db
                    .Reviews.Where(done => done.OwnerId == row.OwnerId && done.State == ReviewState.Completed)
                    .Max(done => (DateOnly?)done.Date),
            })
            .ToListAsync(cancellation);
        return new RuleContextLoader
        {
            PassedMilestones = passed.ToLookup(row => row.OwnerId, row => row.Stop),
            Tripwires = tripwires.ToLookup(row => row.OwnerId, row => row.Wire),
            CheckIns = checkIns.ToLookup(row => row.OwnerId, row => (row.GoalId, row.AnsweredAt, row.Confidence)),
            DirectionParts = parts.ToLookup(row => row.OwnerId),
            GoalAlignments = served.ToLookup(
                row => row.OwnerId,
                row => new RuleContext.GoalAlignment(
                    row.Id,
                    row.FocusAreaId,
                    row.AspirationId,
                    row.HasSeries,
                    lastSaid.TryGetValue(row.Id, out var at) && !(row.EditedAt > at) ? at : row.EditedAt
                )
            ),
            AreaTimeEntries = spent.ToLookup(row => row.OwnerId, row => row.Effort),
            SkippedReviews = folded.ToLookup(
                row => row.OwnerId,
                row => (row.Date, row.State == ReviewState.Open, row.Completed)
            ),
        };
    }

    /// <param name="reviewOpens">Whether a review opens now, which folds the previous one.</param>
    public RuleContext For(
        Person person,
        IReadOnlyList<GoalStatus> goalStatuses,
        Forecaster forecaster,
        bool reviewOpens
    )
    {
        var (plan, today) = (forecaster.Inputs.Plan, forecaster.Inputs.Today);
        var zone = person.GetTimeZone();
        var folded = SkippedReviews[person.Id].Where(row => (!row.IsOpen || reviewOpens) && row.Date < today).ToList();
        return new RuleContext(today, goalStatuses)
        {
            WorkCalendar = new WorkCalendar(plan.DaysOff),
            Capacities = plan.Capacities,
            PassedMilestones = [.. PassedMilestones[person.Id].Where(milestone => milestone.Date < today)],
            Tripwires = [.. Tripwires[person.Id]],
            CheckIns =
            [
                .. CheckIns[person.Id]
                    .Select(row => new RuleContext.RecentCheckIn(
                        row.GoalId,
                        LocalTime.DateAt(row.At, zone),
                        row.Confidence
                    )),
            ],
            Loads = RuleContext.LoadsOf(plan, forecaster.Schedule),
            FocusAreaShares =
            [
                .. DirectionParts[person.Id]
                    .Where(row => row.Share >= 0)
                    .OrderBy(row => row.Position)
                    .ThenBy(row => row.Id)
                    .Select(row => new AttentionBreakdown.FocusAreaShare(row.Id, row.Name, row.Share)),
            ],
            AreaTimeEntries = [.. AreaTimeEntries[person.Id]],
            GoalAlignments = [.. GoalAlignments[person.Id]],
            DirectionChanges =
            [
                .. DirectionParts[person.Id].Where(row => row.ChangedAt is not null).Select(row => row.ToChange(zone)),
            ],
            SkippedReviewDates = [.. folded.Select(row => row.Date)],
            LastCompletedReviewDate = folded.Select(row => row.Completed).FirstOrDefault(),
        };
    }

    private static async Task<List<DirectionPartRow>> DirectionPartsAsync(
        CompassDb db,
        List<Guid> ids,
        DateTime since,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .FocusAreas.OfAllOwners()
            .Where(row => ids.Contains(row.OwnerId))
            .Select(row => new
            {
                row.OwnerId,
                row.Id,
                row.Name,
                row.Share,
                row.Position,
                row.ChangedAt,
            })
            .Concat(
                db.Aspirations.OfAllOwners()
                    .Where(row => ids.Contains(row.OwnerId) && row.ChangedAt >= since)
                    .Select(row => new
                    {
                        row.OwnerId,
                        row.Id,
                        Name = row.Title,
                        Share = IsAspiration,
                        row.Position,
                        row.ChangedAt,
                    })
            )
            .Concat(
                db.Directions.OfAllOwners()
                    .Where(row => ids.Contains(row.OwnerId) && row.ChangedAt >= since)
                    .Select(row => new
                    {
                        row.OwnerId,
                        row.Id,
                        Name = "",
                        Share = IsStatement,
                        Position = 0,
                        row.ChangedAt,
                    })
            )
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new DirectionPartRow(
            row.OwnerId,
            row.Id,
            row.Name,
            row.Share,
            row.Position,
            row.ChangedAt >= since ? row.ChangedAt : null
        ));
    }

    private static IQueryable<Goal> Active(CompassDb db, List<Guid> ids) =>
        db.Goals.OfAllOwners().Where(goal => ids.Contains(goal.OwnerId) && goal.State == GoalState.Active);

    public sealed record DirectionPartRow(
        Guid OwnerId,
        Guid Id,
        string Name,
        int Share,
        int Position,
        DateTime? ChangedAt
    )
    {
        public RuleContext.DirectionChange ToChange(TimeZoneInfo zone) =>
            new(
                Share switch
                {
                    IsAspiration => DirectionPart.Aspiration,
                    IsStatement => DirectionPart.Statement,
                    _ => DirectionPart.FocusArea,
                },
                Share == IsStatement ? null : Id,
                Share == IsStatement ? null : Name,
                ChangedAt!.Value,
                LocalTime.DateAt(ChangedAt.Value, zone)
            );
    }
}
