using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Corrections;

/// <summary>Undoing a correction restores the plan exactly, and never overwrites a later change.</summary>
public class UndoPropertyTests
{
    private const int Kinds = 9;

    private static readonly Gen<List<(int Verb, int Which, int Value)>> Edits = Gen.Choose(0, 6)
        .Zip(Gen.Choose(0, 30))
        .Zip(Gen.Choose(1, 300))
        .Select(edit => (edit.Item1.Item1, edit.Item1.Item2, edit.Item2))
        .ListOf();

    private static readonly Gen<(List<(int, int, int)> Edits, int Kind, int Seed)> Cases = Edits
        .Zip(Gen.Choose(0, Kinds - 1))
        .Zip(Gen.Choose(0, 10_000))
        .Select(all => (all.Item1.Item1, all.Item1.Item2, all.Item2));

    [Fact]
    public void Undoing_any_correction_restores_the_route_to_the_byte() =>
        Holds(story =>
        {
            var undo = story.Correction.Undo(
                story.Touched(),
                story.Hours,
                Sample.Today.AddDays(Correction.UndoDays),
                Sample.Now.AddDays(2)
            );

            Assert.Equal(story.Before, story.Keep(undo));
            Assert.Equal(
                (CorrectionKind.Undo, story.Correction.Id, story.Goal.OwnerId),
                (undo.Kind, undo.UndoneCorrectionId, undo.OwnerId)
            );
            Assert.Equal(story.HoursBefore, story.Hours?.Minutes ?? story.HoursBefore);
            Assert.True(story.Heir is null || story.Heir.TrashedAt is not null);
        });

    [Fact]
    public void After_a_later_change_it_is_refused_and_the_later_change_stays() =>
        Holds(story =>
        {
            if (story.Correction.Kind == CorrectionKind.RaiseCapacity)
            {
                return; // it touches no route
            }

            var changed = story.Heir is { } successor && story.Seed % 2 == 0 ? successor : story.Goal;
            var later = Revision.RecordSealed(changed, story.Latest[changed.Id], null, Sample.Now.AddDays(1));
            story.Latest[changed.Id] = later;

            Assert.Throws<DomainRuleException>(() =>
                story.Correction.Undo(story.Touched(), story.Hours, Sample.Today, Sample.Now.AddDays(2))
            );
            Assert.Equal(
                later.SnapshotJson,
                Revision.RecordSealed(changed, later, null, Sample.Now.AddDays(2)).SnapshotJson
            );
        });

    [Fact]
    public void Ticking_what_it_touched_blocks_it_and_ticking_anything_else_does_not() =>
        Holds(story =>
        {
            if (
                story.Correction.Kind == CorrectionKind.RaiseCapacity
                || story.Goal.UntrashedTasks.Where(task => !task.IsDone).ToList() is not { Count: > 0 } open
            )
            {
                return;
            }

            var ticked = open[story.Seed % open.Count];
            ticked.MarkDone(Sample.Today, Sample.Now.AddDays(1));
            var touched = story.Correction.ChangeSet!.Goals[0].Tasks.Any(step => step.Id == ticked.Id);
            var refusal = Record.Exception(() =>
                story.Correction.Undo(story.Touched(), story.Hours, Sample.Today, Sample.Now.AddDays(2))
            );

            Assert.Equal(touched, refusal is DomainRuleException);
            Assert.Equal(Sample.Today, ticked.DoneOn);
        });

    private static void Holds(Action<Story> check)
    {
        var decided = new int[Kinds];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Cases.ToArbitrary(), one =>
            {
                if (Story.Of(one.Edits, one.Kind, one.Seed) is { } story)
                {
                    decided[one.Kind]++;
                    check(story);
                }
            }));

        // A correction that always throws would leave nothing to check
        Assert.All(decided, count => Assert.True(count > 0, $"Decisions by kind: {string.Join(", ", decided)}"));
    }

    /// <summary>A goal, the correction that was made, and what was kept.</summary>
    private sealed class Story
    {
        public required Goal Goal { get; init; }

        public required int Seed { get; init; }

        public required string Before { get; init; }

        public required Correction Correction { get; init; }

        public Goal? Heir { get; private init; }

        public Capacity? Hours { get; private init; }

        public int HoursBefore { get; private init; }

        public Dictionary<Guid, Revision> Latest { get; } = [];

        public IReadOnlyList<(Goal, Revision)> Touched() =>
            [.. Correction.ChangeSet!.Goals.Select(mark => (mark.Id == Goal.Id ? Goal : Heir!, Latest[mark.Id]))];

        public string Keep(Correction undo) =>
            Revision.RecordSealed(Goal, Latest[Goal.Id], undo, Sample.Now.AddDays(2)).SnapshotJson;

        public static Story? Of(List<(int Verb, int Which, int Value)> edits, int kind, int seed)
        {
            var goal = Sample.Goal();
            goal.AddTask("First", 90, goal.AddMilestone("First stop", Sample.Today.AddDays(40), Sample.Today).Id);
            edits.ForEach(edit => Apply(goal, edit));
            if (kind == 3)
            {
                goal.Retire(Sample.Reason, Sample.Today.AddDays(-1), Sample.Now.AddDays(-1));
            }

            var first = Revision.RecordSealed(goal, null, null, Sample.Now);
            Goal? successor = null;
            Capacity? row = seed % 2 == 0 ? new Capacity(goal.OwnerId, Sample.Today, 300) : null;
            try
            {
                var correction = Decide(goal, kind, seed, row, out successor);
                var story = new Story
                {
                    Goal = goal,
                    Seed = seed,
                    Before = first.SnapshotJson,
                    Correction = correction,
                    Heir = successor,
                    HoursBefore = 300,
                    Hours = kind == 8 ? Capacity.FromCorrection(correction, row) : row,
                };
                story.Latest[goal.Id] = Revision.RecordSealed(goal, first, correction, Sample.Now);
                if (successor is not null)
                {
                    story.Latest[successor.Id] = Revision.RecordSealed(successor, null, correction, Sample.Now);
                }

                return story;
            }
            catch (DomainRuleException)
            {
                return null; // no such decision here
            }
        }

        private static Correction Decide(Goal goal, int kind, int seed, Capacity? row, out Goal? successor)
        {
            successor = null;
            var open = goal.UntrashedTasks.Where(task => !task.IsDone).ToList();
            var stops = goal.UntrashedMilestones.ToList();
            var some = open.Where((_, at) => (seed >> (at % 10)) % 2 == 0).Select(task => task.Id).ToHashSet();
            switch (kind)
            {
                case 0:
                    return goal.Reschedule(
                        Sample.Today.AddDays(1 + (seed % 900)),
                        stops.ToDictionary(stop => stop.Id, stop => stop.Date.AddDays(seed % 50)),
                        Sample.Reason,
                        Sample.Today,
                        Sample.Now
                    );
                case 1:
                    var rest = open.Where(task => !some.Contains(task.Id)).ToList();
                    var shrink = rest.Where(task => task.Estimate > 10)
                        .ToDictionary(task => task.Id, task => task.Estimate!.Value / 2);
                    var move = rest.ToDictionary(
                        task => task.Id,
                        task => seed % 3 == 0 || stops.Count == 0 ? null : (Guid?)stops[seed % stops.Count].Id
                    );
                    return goal.CutScope(some, move, Sample.Reason, Sample.Today, Sample.Now, shrink);
                case 2:
                    return goal.Pause(Sample.Today.AddDays(1 + (seed % 90)), Sample.Reason, Sample.Today, Sample.Now);
                case 3:
                    return goal.Resume(Sample.NoReason, Sample.Today, Sample.Now);
                case 4:
                    return goal.Retire(Sample.Reason, Sample.Today, Sample.Now);
                case 5:
                    return goal.Achieve(Sample.NoReason, Sample.Today, Sample.Now);
                case 6:
                    var path = new NewPath(
                        "Another way",
                        null,
                        null,
                        Sample.Today.AddDays(100),
                        some,
                        seed % 3 == 0,
                        seed % 5 < 3
                    );
                    (var correction, successor, _) = goal.StartNewPath(
                        path,
                        [],
                        Sample.Reason,
                        Sample.Today,
                        Sample.Now
                    );
                    return correction;
                case 7:
                    var stop =
                        stops.Count > 0
                            ? stops[seed % stops.Count]
                            : throw new DomainRuleException("", "There is none.");
                    var own = goal
                        .UntrashedTasks.Where(task => task.MilestoneId == stop.Id)
                        .Select(task => task.Id)
                        .ToList();
                    return goal.SplitMilestone(
                        stop.Id,
                        new("Half", stop.Date.AddDays(-3)),
                        new("Rest", stop.Date.AddDays(seed % 30)),
                        own.Take(own.Count / 2).ToHashSet(),
                        Sample.Reason,
                        Sample.Today,
                        Sample.Now
                    );
                default:
                    return goal.RaiseCapacity(
                        row is null ? [new(Sample.Today.AddDays(-70), 300)] : [new(row.FromWeek, row.Minutes)],
                        Sample.Today,
                        301 + seed % 900,
                        Sample.Reason,
                        Sample.Today,
                        Sample.Now
                    );
            }
        }

        private static void Apply(Goal goal, (int Verb, int Which, int Value) edit)
        {
            var (verb, which, value) = edit;
            var task = goal.Tasks[which % goal.Tasks.Count];
            var stops = goal.UntrashedMilestones.ToList();
            var stop = stops.Count == 0 ? null : stops[which % stops.Count];
            Action act = verb switch
            {
                0 or 1 => () => goal.AddTask($"Task {value}", value % 5 == 0 ? null : value, stop?.Id),
                2 => () => goal.AddMilestone($"Stop {value}", Sample.Today.AddDays(value), Sample.Today),
                3 => () => task.MarkDone(Sample.Today, Sample.Now),
                4 => () => task.Trash(Sample.Now),
                5 => () => stop?.Trash(Sample.Now),
                _ => () => goal.MoveTask(task, value % 2 == 0),
            };
            act();
        }
    }
}
