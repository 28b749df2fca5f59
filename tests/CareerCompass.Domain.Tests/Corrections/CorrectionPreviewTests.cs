using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

public class CorrectionPreviewTests
{
    private readonly Goal goal = Sample.Goal();
    private readonly Goal other = Sample.Goal();

    public CorrectionPreviewTests()
    {
        goal.AddTask("Big", 6_000, null);
        other.AddTask("Also big", 3_000, null);
    }

    [Fact]
    public void A_new_date_shows_the_bearing_before_and_after_and_leaves_other_goals_alone()
    {
        var correctionPreview = Look(() =>
            goal.Reschedule(
                Sample.Today.AddYears(3),
                new Dictionary<Guid, DateOnly>(),
                Sample.Reason,
                Sample.Today,
                Sample.Now
            )
        );

        var own = Assert.Single(correctionPreview.CorrectedGoals);
        Assert.Equal((GoalStatusKind.OffCourse, GoalStatusKind.OnCourse), (own.Before!.Kind, own.After.Kind));
        Assert.Empty(correctionPreview.OtherGoals);
        Assert.Equal(PlanChangeKind.TargetMoved, Assert.Single(correctionPreview.PlanChanges).Kind);
    }

    [Fact]
    public void Less_work_is_never_forecast_later()
    {
        var correctionPreview = Look(() =>
            goal.CutScope(
                new HashSet<Guid>(),
                new Dictionary<Guid, Guid?>(),
                Sample.Reason,
                Sample.Today,
                Sample.Now,
                new Dictionary<Guid, int> { [goal.Tasks[0].Id] = 600 }
            )
        );

        Assert.True(
            correctionPreview.CorrectedGoals[0].After.Forecast!.P50
                < correctionPreview.CorrectedGoals[0].Before!.Forecast!.P50
        );
    }

    [Fact]
    public void A_goal_that_rests_or_stops_leaves_its_hours_to_the_others()
    {
        foreach (
            var correctionPreview in new[]
            {
                Look(() => goal.Pause(Sample.Today.AddDays(300), Sample.Reason, Sample.Today, Sample.Now)),
                Look(() => goal.Retire(Sample.Reason, Sample.Today, Sample.Now)),
            }
        )
        {
            var gains = Assert.Single(correctionPreview.OtherGoals);
            Assert.Equal(other.Id, gains.After.Facts.Id);
            Assert.True(gains.After.Forecast!.P50 < gains.Before!.Forecast!.P50);
        }
    }

    [Fact]
    public void More_hours_help_every_goal()
    {
        var correctionPreview = Look(() =>
            goal.RaiseCapacity(
                [new(Sample.Today.AddDays(-70), 300)],
                Sample.Today,
                600,
                Sample.Reason,
                Sample.Today,
                Sample.Now
            )
        );

        Assert.True(
            correctionPreview.CorrectedGoals[0].After.Forecast!.P50
                < correctionPreview.CorrectedGoals[0].Before!.Forecast!.P50
        );
        Assert.True(
            Assert.Single(correctionPreview.OtherGoals).After.Forecast!.P50
                < correctionPreview.OtherGoals[0].Before!.Forecast!.P50
        );
        Assert.Equal(
            (PlanChangeKind.CapacityRaised, new WeekMinutes(IsoWeek.Monday(Sample.Today), 600)),
            (correctionPreview.PlanChanges[0].Kind, correctionPreview.PlanChanges[0].To)
        );
    }

    [Fact]
    public void Another_path_shows_the_new_goal_beside_what_is_left_of_the_old()
    {
        Goal? successor = null;
        var correctionPreview = Look(
            () =>
            {
                (var correction, successor, _) = goal.StartNewPath(
                    new(
                        "Another way",
                        null,
                        null,
                        Sample.Today.AddDays(400),
                        goal.Tasks.Select(task => task.Id).ToHashSet(),
                        false,
                        true
                    ),
                    [],
                    Sample.Reason,
                    Sample.Today,
                    Sample.Now
                );
                return correction;
            },
            () => successor
        );

        Assert.Equal(
            (GoalStatusKind.OffCourse, GoalStatusKind.Retired),
            (correctionPreview.CorrectedGoals[0].Before!.Kind, correctionPreview.CorrectedGoals[0].After.Kind)
        );
        Assert.Equal(
            (null, successor!.Id, 6_000),
            (
                correctionPreview.CorrectedGoals[1].Before,
                correctionPreview.CorrectedGoals[1].After.Facts.Id,
                correctionPreview.CorrectedGoals[1].After.Facts.OpenMinutes
            )
        );
        Assert.Contains(correctionPreview.PlanChanges, change =>
            change is { Kind: PlanChangeKind.TasksTakenOver, To: "Another way" }
        );
    }

    [Fact]
    public void The_same_decision_on_the_same_goal_has_the_same_sign_and_another_has_another()
    {
        string Sign(int minutes)
        {
            var copy = new Goal(goal.OwnerId, "A goal", null, null, Sample.Today.AddDays(90), Sample.Today);
            var task = copy.AddTask("Big", 600, null);
            var before = PlanSnapshot.From(copy);
            var correction = copy.CutScope(
                new HashSet<Guid>(),
                new Dictionary<Guid, Guid?>(),
                Sample.Reason,
                Sample.Today,
                Sample.Now,
                new Dictionary<Guid, int> { [task.Id] = minutes }
            );
            return CorrectionPreview
                .Create(new PlanProjection([], Inputs()), correction, [new(copy.Id, before, PlanSnapshot.From(copy))])
                .Fingerprint;
        }

        Assert.Equal(Sign(60), Sign(60));
        Assert.NotEqual(Sign(60), Sign(61));
    }

    private CorrectionPreview Look(Func<Correction> decide, Func<Goal?>? successor = null)
    {
        var now = new PlanProjection([FactsOf(goal), FactsOf(other)], Inputs(goal, other));
        var before = PlanSnapshot.From(goal);
        var (target, state, until) = (goal.Target, goal.State, goal.PausedUntil);
        var correction = decide();
        var correctionPreview = CorrectionPreview.Create(
            now,
            correction,
            successor?.Invoke() is { } made
                ? [new(goal.Id, before, PlanSnapshot.From(goal)), new(made.Id, null, PlanSnapshot.From(made))]
                : [new(goal.Id, before, PlanSnapshot.From(goal))]
        );
        correction.Undo(
            [
                .. correction
                    .ChangeSet!.Goals.Where(mark => mark.Id == goal.Id)
                    .Select(_ => (goal, Revision.RecordSealed(goal, null, correction, Sample.Now))),
                .. successor?.Invoke() is { } path
                    ? new[] { (path, Revision.RecordSealed(path, null, correction, Sample.Now)) }
                    : [],
            ],
            correction.ChangeSet.Capacity is null ? null : Domain.People.Capacity.FromCorrection(correction, null),
            Sample.Today,
            Sample.Now
        );
        Assert.Equal((target, state, until), (goal.Target, goal.State, goal.PausedUntil));
        return correctionPreview;
    }

    private static GoalFacts FactsOf(Goal goal) =>
        new GoalFacts
        {
            Id = goal.Id,
            OwnerId = goal.OwnerId,
            Title = goal.Title,
            State = goal.State,
            Target = goal.Target,
            StartedOn = goal.StartedOn,
        }.WithTaskCounts([.. PlanSnapshot.From(goal).Tasks]);

    private static ForecastInputs Inputs(params Goal[] goals) =>
        Forecasters.Plain.With([.. goals.Select(goal => PlanSnapshot.From(goal).ToSchedulable(goal.Id, null))]);
}
