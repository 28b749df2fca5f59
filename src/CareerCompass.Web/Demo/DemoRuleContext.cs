using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Demo;

/// <summary>The rule context of a simulated day, equal to what the sweep would read from the database.</summary>
internal sealed record DemoRuleContext(
    DemoDirection Direction,
    IReadOnlyList<Capacity> Capacities,
    TimeOff TimeOff,
    TimeZoneInfo Zone
)
{
    public RuleContext ForDay(DateOnly day, IReadOnlyList<GoalStatus> goalStatuses, IReadOnlyList<OwnedEntity> rows)
    {
        var goals = rows.OfType<Goal>().ToDictionary(goal => goal.Id);
        var completed = rows.OfType<Review>()
            .Where(review => review.State == ReviewState.Completed)
            .Max(review => (DateOnly?)review.Date);
        return new RuleContext(day, goalStatuses)
        {
            WorkCalendar = new WorkCalendar([new DaySpan(TimeOff.FirstDay, TimeOff.LastDay)]),
            Capacities = [.. Capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))],
            PassedMilestones =
            [
                .. goals.Values.Where(goal => goal.State == GoalState.Active).SelectMany(goal => Passed(goal, day)),
            ],
            Tripwires =
            [
                .. rows.OfType<Tripwire>()
                    .Where(wire => wire.On <= day && wire.State != TripwireState.Held)
                    .Select(wire => new RuleContext.DueTripwire(
                        wire.GoalId,
                        wire.Id,
                        wire.Premise,
                        wire.Test,
                        wire.Otherwise,
                        wire.On,
                        wire.AnsweredOn
                    )),
            ],
            CheckIns =
            [
                .. rows.OfType<CheckIn>()
                    .Select(row => new RuleContext.RecentCheckIn(
                        row.GoalId,
                        LocalTime.DateAt(row.AnsweredAt, Zone),
                        row.Confidence
                    ))
                    .Where(recentCheckIn => recentCheckIn.AnsweredOn > day.AddDays(-RuleContext.CheckInDays)),
            ],
            FocusAreaShares = Direction.FocusAreaShares,
            AreaTimeEntries =
            [
                .. rows.OfType<TimeEntry>()
                    .Where(timeEntry =>
                        timeEntry.Day > day.AddDays(-AttentionBreakdown.LongTermDays) && timeEntry.Day <= day
                    )
                    .Select(timeEntry => new AttentionBreakdown.AreaTimeEntry(
                        goals[timeEntry.GoalId].FocusAreaId,
                        timeEntry.Day,
                        timeEntry.Minutes
                    )),
            ],
            GoalAlignments =
            [
                .. goalStatuses
                    .Select(goalStatus => goals[goalStatus.Facts.Id])
                    .Select(goal => new RuleContext.GoalAlignment(
                        goal.Id,
                        goal.FocusAreaId,
                        goal.AspirationId,
                        false,
                        null
                    )),
            ],
            SkippedReviewDates =
            [
                .. rows.OfType<Review>()
                    .Where(review => review.State == ReviewState.Folded && !(review.Date <= completed))
                    .Select(review => review.Date),
            ],
            LastCompletedReviewDate = completed,
        };
    }

    private static IEnumerable<RuleContext.PassedMilestone> Passed(Goal goal, DateOnly day) =>
        goal
            .UntrashedMilestones.Where(stop => stop.ReachedOn is null && stop.Date < day)
            .Select(stop =>
                (
                    Stop: stop,
                    Tasks: goal.UntrashedTasks.Where(task => task.MilestoneId == stop.Id).ToLookup(task => task.IsDone)
                )
            )
            .Select(row => new RuleContext.PassedMilestone(
                goal.Id,
                row.Stop.Id,
                row.Stop.Title,
                row.Stop.Date,
                row.Tasks[false].Count(),
                row.Tasks[false].Sum(task => task.Estimate ?? 0),
                row.Tasks[true].Count()
            ));
}
