using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Localization;

public sealed partial class Localizer
{
    public string Name(Enum value) =>
        value switch
        {
            GoalStatusKind.NoPlan => this["No plan yet"],
            GoalStatusKind.OffCourse => this["Off course"],
            GoalStatusKind.OnCourse => this["On course"],
            ProgressRating.AsPlanned => this["As planned"],
            Cause.OtherPriorities => this["Other priorities"],
            Cause.WaitingOnSomeone => this["Waiting for someone"],
            Cause.ChangedMind => this["Changed my mind"],
            Cause.Life => this["Life happened"],
            Cause.Energy => this["Energy or health"],
            ReviewKind.Weekly => this["Weekly review"],
            ReviewKind.Monthly => this["Monthly review"],
            ReviewKind.Quarterly => this["Quarterly review"],
            ReviewKind.Yearly => this["Yearly review"],
            ReviewState.Folded => this["Skipped"],
            CorrectionKind.Reschedule => this["Rescheduled"],
            CorrectionKind.CutScope => this["Scope cut"],
            CorrectionKind.Pause => this["Paused"],
            CorrectionKind.Resume => this["Resumed"],
            CorrectionKind.Retire => this["Retired"],
            CorrectionKind.Achieve => this["Achieved"],
            CorrectionKind.RaiseCapacity => this["Hours increased"],
            CorrectionKind.Split => this["Milestone split"],
            CorrectionKind.NewPath => this["New path"],
            CorrectionKind.Undo => this["Undone"],
            _ => this[value.ToString()],
        };

    public string Describe(ReviewKind kind) =>
        kind switch
        {
            ReviewKind.Monthly => this["Month in review"],
            ReviewKind.Quarterly => this["Quarter in review"],
            _ => this["Year in review"],
        };

    public string Explain(GoalStatus goalStatus) =>
        goalStatus.Kind switch
        {
            GoalStatusKind.Paused when goalStatus.Facts.PausedUntil is { } until => this["Paused until {0}.", until],
            GoalStatusKind.Achieved => this["Achieved. Well done."],
            GoalStatusKind.Retired => this["No longer pursued."],
            GoalStatusKind.NoPlan => goalStatus.Facts.Open > 0
                ? this["No open task has an estimate, so there is nothing to forecast from."]
                : this["There are no open tasks, so there is nothing to forecast from."],
            GoalStatusKind.Stalled => this[
                "No tasks completed, time logged or check-ins for {0} days.",
                goalStatus.IdleDays
            ],
            GoalStatusKind.OffCourse => this[
                "Expected on {0}, after the target of {1}. The chance of meeting the target is {2}.",
                goalStatus.Forecast!.P50,
                goalStatus.Facts.Target,
                Chance(goalStatus.Forecast.Chance)
            ],
            GoalStatusKind.Drifting => this[
                "Expected on {0}, but the cautious date is {1}, after the target of {2}.",
                goalStatus.Forecast!.P50,
                goalStatus.Forecast.P80,
                goalStatus.Facts.Target
            ],
            _ => this["Even the cautious date ({0}) meets the target.", goalStatus.Forecast!.P80],
        };

    /// <summary>Formats a probability: "about 7 in 10".</summary>
    public string Chance(double chance) =>
        chance switch
        {
            < 0.05 => this["less than 1 in 20"],
            > 0.95 => this["more than 19 in 20"],
            _ => this["about {0} in 10", Math.Clamp((int)Math.Round(10 * chance), 1, 9)],
        };

    public string ForecastBasis(Forecast forecast) =>
        forecast.IsFromHistory
            ? Count(
                forecast.Finished,
                "Based on your record: {0} finished task and how long similar plans actually took.",
                "Based on your record: {0} finished tasks and how long similar plans actually took."
            )
            : this[
                "Based on how similar plans usually go and the hours you have for this goal. Your own record is "
                    + "used after three finished tasks."
            ];

    /// <summary>Describes one difference between two plans: "target 1 March → 15 April", "2 tasks dropped".</summary>
    public string Text(PlanChange change) =>
        change.Kind switch
        {
            PlanChangeKind.Renamed => this["renamed from “{0}” to “{1}”", change.From!, change.To!],
            PlanChangeKind.TargetMoved
                when ((DateOnly)change.To!).DayNumber - ((DateOnly)change.From!).DayNumber is var days => days > 0
                ? this[
                    days == 1 ? "target {0} day later: {1} → {2}" : "target {0} days later: {1} → {2}",
                    days,
                    change.From,
                    change.To
                ]
                : this[
                    days == -1 ? "target {0} day earlier: {1} → {2}" : "target {0} days earlier: {1} → {2}",
                    -days,
                    change.From,
                    change.To
                ],
            PlanChangeKind.CapacityRaised when change is { From: WeekMinutes was, To: WeekMinutes now } => this[
                "{0} → {1} a week, starting the week of {2}",
                Minutes(was.Minutes),
                Minutes(now.Minutes),
                now.Week
            ],
            PlanChangeKind.MilestoneSplit => this[
                "“{0}” split in two: “{1}” comes first, on {2}, with {3}",
                change.From!,
                change.Names[0],
                change.To!,
                Titles(change with { Names = [.. change.Names.Skip(1)] })
            ],
            PlanChangeKind.StateChanged when change.To is DateOnly until => this["paused until {0}", until],
            PlanChangeKind.StateChanged when change.To is null => this["paused"],
            PlanChangeKind.StateChanged when change.To is GoalState.Active => this["active again"],
            PlanChangeKind.StateChanged => this["{0} → {1}", change.From!, change.To!],
            PlanChangeKind.MilestonesAdded => Listed(change, "{0} milestone added: {1}", "{0} milestones added: {1}"),
            PlanChangeKind.MilestonesDropped => Listed(
                change,
                "{0} milestone dropped: {1}",
                "{0} milestones dropped: {1}"
            ),
            PlanChangeKind.MilestoneMoved => this["“{0}” {1} → {2}", change.Names[0], change.From!, change.To!],
            PlanChangeKind.MilestoneRenamed => this["milestone “{0}” is now “{1}”", change.From!, change.To!],
            PlanChangeKind.TasksAdded => Listed(change, "{0} task added: {1}", "{0} tasks added: {1}"),
            PlanChangeKind.TasksDropped => Listed(change, "{0} task dropped: {1}", "{0} tasks dropped: {1}"),
            PlanChangeKind.TasksTakenOver => this["{0} taken over by “{1}”", Titles(change), change.To!],
            PlanChangeKind.TasksMoved when change.To is string milestone => this[
                "{0} moved to “{1}”",
                Titles(change),
                milestone
            ],
            PlanChangeKind.TasksMoved => this["{0} moved out of its milestone", Titles(change)],
            PlanChangeKind.TasksReestimated => this[
                "{0} re-estimated: {1} → {2}",
                Titles(change),
                Minutes((int)change.From!),
                Minutes((int)change.To!)
            ],
            PlanChangeKind.TasksRenamed => Listed(change, "{0} task renamed: {1}", "{0} tasks renamed: {1}"),
            PlanChangeKind.TasksReordered => this["tasks reordered"],
            _ when change.To is null => this["{0} unscheduled", Titles(change)],
            _ when change.From is null => this["{0} scheduled, the last in the week of {1}", Titles(change), change.To],
            _ when change.Names.Count == 1 => this[
                "{0} moved from the week of {1} to the week of {2}",
                Titles(change),
                change.From,
                change.To
            ],
            _ => this[
                "{0} rescheduled: the last moves from the week of {1} to the week of {2}",
                Titles(change),
                change.From,
                change.To
            ],
        };

    private string Listed(PlanChange change, string one, string many) =>
        this[change.Names.Count == 1 ? one : many, change.Names.Count, Titles(change)];

    private string Titles(PlanChange change)
    {
        const int Shown = 4;
        var titles = string.Join(", ", change.Names.Take(Shown).Select(name => $"“{name}”"));
        return change.Names.Count <= Shown ? titles : this["{0} and {1} more", titles, change.Names.Count - Shown];
    }
}
