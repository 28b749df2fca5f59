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
                ? Count(
                    goalStatus.Facts.Open,
                    "Its {0} open task has no estimate, so there are no dates yet.",
                    "None of its {0} open tasks has an estimate, so there are no dates yet."
                )
                : this["There are no open tasks, so there is nothing to forecast from."],
            GoalStatusKind.Stalled => this[
                "No tasks completed, time logged or check-ins for {0} days.",
                goalStatus.IdleDays
            ],
            GoalStatusKind.Early => this["{0} {1}", Dates(goalStatus.Forecast!), Range(goalStatus.Forecast!)],
            GoalStatusKind.OffCourse => this[
                "{0} The target is {1}; the chance of meeting it is {2}.",
                Dates(goalStatus.Forecast!),
                goalStatus.Facts.Target,
                Chance(goalStatus.Forecast!.Chance)
            ],
            GoalStatusKind.Drifting when !goalStatus.Forecast!.PlanMeets(goalStatus.Facts.Target) => this[
                "{0} You have been faster than planned, but the plan ends after the target of {1}.",
                Dates(goalStatus.Forecast),
                goalStatus.Facts.Target
            ],
            GoalStatusKind.Drifting => this[
                "{0} The cautious date is {1}, after the target of {2}.",
                Dates(goalStatus.Forecast!),
                goalStatus.Forecast!.P80,
                goalStatus.Facts.Target
            ],
            _ => this[
                "{0} Even the cautious date ({1}) meets the target.",
                Dates(goalStatus.Forecast!),
                goalStatus.Forecast!.P80
            ],
        };

    /// <summary>The plan date and the likely date, in the same words wherever they are shown.</summary>
    public string Dates(Forecast forecast) =>
        (forecast.PlanEnd, forecast.Unestimated) switch
        {
            (null, _) => this["The work does not fit into the next ten years."],
            ({ } end, 0) => this["Plan: {0}. Likely: {1}.", end, forecast.P50],
            ({ } end, var count) => this[
                "Plan: {0}. Likely: {1}. {2}",
                end,
                forecast.P50,
                Count(
                    count,
                    "{0} task has no estimate and counts as one hour.",
                    "{0} tasks have no estimate and count as one hour each."
                )
            ],
        };

    /// <summary>When such plans end, without a verdict.</summary>
    public string Range(Forecast forecast) =>
        this["Plans like this usually end between {0} and {1}.", forecast.P10, forecast.P90];

    public string PlanEnd(Forecast forecast) =>
        forecast.PlanEnd is { } end ? Date(end) : this["does not fit into ten years"];

    /// <summary>Formats a probability: "about 7 in 10".</summary>
    public string Chance(double chance) =>
        chance switch
        {
            < 0.05 => this["less than 1 in 20"],
            > 0.95 => this["more than 19 in 20"],
            _ => this["about {0} in 10", Math.Clamp((int)Math.Round(10 * chance), 1, 9)],
        };

    public string ForecastBasis(Forecast forecast)
    {
        var basis = forecast.IsFromHistory
            ? Count(
                forecast.Finished,
                "Based on your schedule and your record: {0} finished task and how long similar plans actually took.",
                "Based on your schedule and your record: {0} finished tasks and how long similar plans actually took."
            )
            : this["Based on your schedule and how such plans usually go. Your own record counts from next week on."];
        return forecast.CorrectedByGoals == 0
            ? basis
            : this[
                "{0} Corrected by how the forecasts of your {1} achieved goals turned out.",
                basis,
                forecast.CorrectedByGoals
            ];
    }

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
            _ when change.To is null => this["{0} no longer pinned to a week", Titles(change)],
            _ => this["{0} pinned to the week of {1}", Titles(change), change.To],
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
