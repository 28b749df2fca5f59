using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Data.Demo;

/// <summary>What repeats for the demo's person, the days off ahead, and the open tasks laid out as on this week's Monday.</summary>
internal static class DemoLayout
{
    public static IEnumerable<Owned> Rows(IReadOnlyList<Owned> year, Person person, IReadOnlyList<Capacity> capacities, DateTime now)
    {
        var (today, owner) = (person.Today(now), person.Id);
        var monday = IsoWeek.Monday(today);
        var off = new TimeOff(owner, monday.AddDays(35), monday.AddDays(44), "Hiking in the Allgäu");
        var goals = year.OfType<Goal>().Where(goal => goal.State is GoalState.Active or GoalState.Paused).OrderBy(goal => goal.Id).ToList();
        List<Series> series =
        [
            .. goals.Where(goal => goal.Title == GermanStory.Goal.Title).Select(goal => new Series(owner, goal.Id, "Speak with my tandem partner", "FREQ=WEEKLY;BYDAY=TU,TH", monday.AddDays(-56), null, 45)),
            .. goals.Where(goal => goal.Title == LeadStory.Goal.Title).Select(goal => new Series(owner, goal.Id, "Call my mentor", "FREQ=MONTHLY;BYDAY=1MO", monday.AddDays(-150), null, 30)),
        ];
        var board = new LayoutBoard(goals, [], [], [new(off.FirstDay, off.LastDay)], series);
        var layout = Layout.Of(board.Plan([.. capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))], monday, null));
        var placements = layout.Parts.Select(part => new Placement(owner, part.GoalId, part.TaskId, part.Week, part.Minutes, false)).ToList();
        var slots = Domain.Goals.Route.Slots(placements);
        var latest = year.OfType<Revision>().GroupBy(revision => revision.GoalId).ToDictionary(goal => goal.Key, goal => goal.MaxBy(revision => revision.Number));
        var revisions = goals.Where(goal => placements.Exists(row => row.GoalId == goal.Id)).Select(goal => Revision.KeepSealed(goal, latest.GetValueOrDefault(goal.Id), null, now, slots));
        return [off, .. series, .. series.Select(row => row.First(today, 99)).OfType<PlanTask>(), .. placements, .. revisions];
    }
}
