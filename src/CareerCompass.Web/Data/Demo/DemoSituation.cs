using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Data.Demo;

/// <summary>What the rules for prompts look at on a day of the demo's year, as the sweep would read it from the database.</summary>
internal sealed record DemoSituation(DemoDirection Direction, IReadOnlyList<Capacity> Capacities, TimeOff Off, TimeZoneInfo Zone)
{
    public Situation On(DateOnly day, IReadOnlyList<Standing> standings, IReadOnlyList<Owned> rows)
    {
        var goals = rows.OfType<Goal>().ToDictionary(goal => goal.Id);
        var completed = rows.OfType<Review>().Where(review => review.State == ReviewState.Completed).Max(review => (DateOnly?)review.Date);
        return new Situation(day, standings)
        {
            Seasons = new Seasons([new DaySpan(Off.FirstDay, Off.LastDay)]),
            Hours = [.. Capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))],
            Passed = [.. goals.Values.Where(goal => goal.State == GoalState.Active).SelectMany(goal => Passed(goal, day))],
            Tripwires =
            [
                .. rows.OfType<Tripwire>().Where(wire => wire.On <= day && wire.State != TripwireState.Held)
                    .Select(wire => new Situation.Reached(wire.GoalId, wire.Id, wire.Premise, wire.Test, wire.Otherwise, wire.On, wire.ToldOn)),
            ],
            CheckIns =
            [
                .. rows.OfType<CheckIn>().Select(row => new Situation.Said(row.GoalId, LocalTime.DateAt(row.At, Zone), row.Confidence))
                    .Where(said => said.On > day.AddDays(-Situation.CheckInDays)),
            ],
            Areas = Direction.Wanted,
            Spent =
            [
                .. rows.OfType<Effort>().Where(effort => effort.Day > day.AddDays(-Attention.Longer) && effort.Day <= day)
                    .Select(effort => new Attention.Spent(goals[effort.GoalId].FocusAreaId, effort.Day, effort.Minutes)),
            ],
            Aims = [.. standings.Select(standing => goals[standing.Facts.Id]).Select(goal => new Situation.Aim(goal.Id, goal.FocusAreaId, goal.AspirationId, false, null))],
            Folded = [.. rows.OfType<Review>().Where(review => review.State == ReviewState.Folded && !(review.Date <= completed)).Select(review => review.Date)],
            LastCompleted = completed,
        };
    }

    private static IEnumerable<Situation.PassedMilestone> Passed(Goal goal, DateOnly day) =>
        goal.LivingMilestones.Where(stop => stop.ReachedOn is null && stop.Date < day).Select(stop => (Stop: stop, Tasks: goal.LivingTasks.Where(task => task.MilestoneId == stop.Id).ToLookup(task => task.IsDone)))
            .Select(row => new Situation.PassedMilestone(goal.Id, row.Stop.Id, row.Stop.Title, row.Stop.Date, row.Tasks[false].Count(), row.Tasks[false].Sum(task => task.Estimate ?? 0), row.Tasks[true].Count()));
}
