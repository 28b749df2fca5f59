using CareerCompass.Domain.Goals;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Goals;

public class PlanSnapshotPropertyTests
{
    private static readonly Gen<List<(int Verb, int Which, int Value)>> Edits = Gen.Choose(0, 9)
        .Zip(Gen.Choose(0, 30))
        .Zip(Gen.Choose(1, 300))
        .Select(edit => (edit.Item1.Item1, edit.Item1.Item2, edit.Item2))
        .ListOf();

    [Fact]
    public void A_route_does_not_differ_from_itself() =>
        Holds(goal => Assert.Empty(PlanDiff.Between(PlanSnapshot.From(goal), PlanSnapshot.From(goal))));

    [Fact]
    public void A_route_does_not_differ_from_what_was_kept_of_it() =>
        Holds(goal =>
        {
            var revision = Revision.RecordEdit(goal, null, Sample.Now)!;
            Assert.Empty(PlanDiff.Between(revision.ReadSnapshot(), PlanSnapshot.From(goal)));
            Assert.Null(Revision.RecordEdit(goal, revision, Sample.Now.AddDays(1)));
        });

    [Fact]
    public void Tasks_never_share_a_place() => Holds(goal => Assert.Distinct(goal.Tasks.Select(task => task.Position)));

    [Fact]
    public void Sealed_revisions_stay_and_are_numbered_without_a_gap() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Edits.ToArbitrary(), edits =>
            {
                var (goal, now) = (Sample.Goal(), Sample.Now);
                var kept = new List<(Revision Revision, string Json)>();
                foreach (var edit in edits)
                {
                    Apply(goal, edit);
                    now = now.AddMinutes(edit.Value % 60);
                    var latest = kept.LastOrDefault().Revision;
                    var next =
                        edit.Value % 7 == 0
                            ? Revision.RecordSealed(goal, latest, null, now)
                            : Revision.RecordEdit(goal, latest, now);
                    kept =
                    [
                        .. kept.Select(item =>
                            item.Revision.SealedAt is null ? (item.Revision, item.Revision.SnapshotJson) : item
                        ),
                    ];
                    if (next is not null)
                    {
                        kept.Add((next, next.SnapshotJson));
                    }

                    Assert.All(kept, item => Assert.Equal(item.Json, item.Revision.SnapshotJson));
                    Assert.All(kept.SkipLast(1), item => Assert.NotNull(item.Revision.SealedAt));
                    Assert.Equal(Enumerable.Range(1, kept.Count), kept.Select(item => item.Revision.Number));
                }
            }));

    private static void Holds(Action<Goal> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Edits.ToArbitrary(), edits =>
            {
                var goal = Sample.Goal();
                edits.ForEach(edit => Apply(goal, edit));
                check(goal);
            }));

    private static void Apply(Goal goal, (int Verb, int Which, int Value) edit)
    {
        var (verb, which, value) = edit;
        var task = goal.Tasks.Count == 0 ? goal.AddTask("First", 60, null) : goal.Tasks[which % goal.Tasks.Count];
        var stops = goal.UntrashedMilestones.ToList();
        var stop = stops.Count == 0 ? null : stops[which % stops.Count];
        Action act = verb switch
        {
            0 => () => goal.AddTask($"Task {value}", value, stop?.Id),
            1 => () => goal.AddMilestone($"Stop {value}", Sample.Today.AddDays(value), Sample.Today),
            2 => () => goal.EditTask(task, $"Task {value}", value % 2 == 0 ? value : null, stop?.Id, null),
            3 => () => stop?.Edit($"Stop {value}", Sample.Today.AddDays(value), Sample.Today),
            4 => () => goal.MoveTask(task, value % 2 == 0),
            5 => () => task.MarkDone(Sample.Today, Sample.Now),
            6 => () => task.Trash(Sample.Now),
            7 => task.Restore,
            8 => () => stop?.Trash(Sample.Now),
            _ => () => goal.Edit($"Goal {value}", null, null, Sample.Today.AddDays(value), Sample.Today),
        };
        act();
    }
}
