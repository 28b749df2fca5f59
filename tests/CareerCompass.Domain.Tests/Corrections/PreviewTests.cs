using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Corrections;

public class PreviewTests
{
    private readonly Goal goal = Some.Goal();
    private readonly Goal other = Some.Goal();

    public PreviewTests()
    {
        goal.AddTask("Big", 6_000, null);
        other.AddTask("Also big", 3_000, null);
    }

    [Fact]
    public void A_new_date_shows_the_bearing_before_and_after_and_leaves_other_goals_alone()
    {
        var preview = Look(() => goal.Reschedule(Some.Today.AddYears(3), new Dictionary<Guid, DateOnly>(), Some.Reason, Some.Today, Some.Now));

        var own = Assert.Single(preview.Own);
        Assert.Equal((Bearing.OffCourse, Bearing.OnCourse), (own.Before!.Bearing, own.After.Bearing));
        Assert.Empty(preview.Others);
        Assert.Equal(RouteChangeKind.TargetMoved, Assert.Single(preview.Moves).Kind);
    }

    [Fact]
    public void Less_work_is_never_forecast_later()
    {
        var preview = Look(() => goal.Rescope(new HashSet<Guid>(), new Dictionary<Guid, Guid?>(), Some.Reason, Some.Today, Some.Now, new Dictionary<Guid, int> { [goal.Tasks[0].Id] = 600 }));

        Assert.True(preview.Own[0].After.Forecast!.P50 < preview.Own[0].Before!.Forecast!.P50);
    }

    [Fact]
    public void A_goal_that_rests_or_stops_leaves_its_hours_to_the_others()
    {
        foreach (var preview in new[]
        {
            Look(() => goal.Pause(Some.Today.AddDays(30), Some.Reason, Some.Today, Some.Now)),
            Look(() => goal.Retire(Some.Reason, Some.Today, Some.Now)),
        })
        {
            var gains = Assert.Single(preview.Others);
            Assert.Equal(other.Id, gains.After.Facts.Id);
            Assert.True(gains.After.Forecast!.P50 < gains.Before!.Forecast!.P50);
        }
    }

    [Fact]
    public void More_hours_help_every_goal()
    {
        var preview = Look(() => goal.Raise([new(Some.Today.AddDays(-70), 300)], Some.Today, 600, Some.Reason, Some.Today, Some.Now));

        Assert.True(preview.Own[0].After.Forecast!.P50 < preview.Own[0].Before!.Forecast!.P50);
        Assert.True(Assert.Single(preview.Others).After.Forecast!.P50 < preview.Others[0].Before!.Forecast!.P50);
        Assert.Equal((RouteChangeKind.HoursRaised, new WeekMinutes(IsoWeek.Monday(Some.Today), 600)), (preview.Moves[0].Kind, preview.Moves[0].To));
    }

    [Fact]
    public void Another_path_shows_the_new_goal_beside_what_is_left_of_the_old()
    {
        Goal? heir = null;
        var preview = Look(() =>
        {
            (var correction, heir, _) = goal.StartAnother(new("Another way", null, null, Some.Today.AddDays(400), goal.Tasks.Select(task => task.Id).ToHashSet(), false, true), [], Some.Reason, Some.Today, Some.Now);
            return correction;
        }, () => heir);

        Assert.Equal((Bearing.OffCourse, Bearing.Retired), (preview.Own[0].Before!.Bearing, preview.Own[0].After.Bearing));
        Assert.Equal((null, heir!.Id, 6_000), (preview.Own[1].Before, preview.Own[1].After.Facts.Id, preview.Own[1].After.Facts.OpenMinutes));
        Assert.Contains(preview.Moves, change => change is { Kind: RouteChangeKind.TasksTakenOver, To: "Another way" });
    }

    [Fact]
    public void The_same_decision_on_the_same_goal_has_the_same_sign_and_another_has_another()
    {
        string Sign(int minutes)
        {
            var copy = new Goal(goal.OwnerId, "A goal", null, null, Some.Today.AddDays(90), Some.Today);
            var task = copy.AddTask("Big", 600, null);
            var before = Route.Of(copy);
            var correction = copy.Rescope(new HashSet<Guid>(), new Dictionary<Guid, Guid?>(), Some.Reason, Some.Today, Some.Now, new Dictionary<Guid, int> { [task.Id] = minutes });
            return Preview.Of(new Prospect([], Facts([])), correction, [new(copy.Id, before, Route.Of(copy))]).Sign;
        }

        Assert.Equal(Sign(60), Sign(60));
        Assert.NotEqual(Sign(60), Sign(61));
    }

    private Preview Look(Func<Correction> decide, Func<Goal?>? heir = null)
    {
        var now = new Prospect([FactsOf(goal), FactsOf(other)], Facts([goal.Id, other.Id]));
        var before = Route.Of(goal);
        var (target, state, until) = (goal.Target, goal.State, goal.PausedUntil);
        var correction = decide();
        var preview = Preview.Of(now, correction, heir?.Invoke() is { } made ? [new(goal.Id, before, Route.Of(goal)), new(made.Id, null, Route.Of(made))] : [new(goal.Id, before, Route.Of(goal))]);
        correction.Undo([.. correction.Footprint!.Goals.Where(mark => mark.Id == goal.Id).Select(_ => (goal, Revision.KeepSealed(goal, null, correction, Some.Now))),
            .. heir?.Invoke() is { } path ? new[] { (path, Revision.KeepSealed(path, null, correction, Some.Now)) } : []],
            correction.Footprint.Hours is null ? null : Domain.People.Capacity.By(correction, null), Some.Today, Some.Now);
        Assert.Equal((target, state, until), (goal.Target, goal.State, goal.PausedUntil));
        return preview;
    }

    private static GoalFacts FactsOf(Goal goal) => new GoalFacts
    {
        Id = goal.Id,
        OwnerId = goal.OwnerId,
        Title = goal.Title,
        State = goal.State,
        Target = goal.Target,
        StartedOn = goal.StartedOn,
    }.Counting([.. Route.Of(goal).Tasks]);

    private static OutlookFacts Facts(Guid[] active) => new() { Today = Some.Today, Capacities = [new(Some.Today.AddDays(-70), 300)], Active = active };
}
