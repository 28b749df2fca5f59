using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

internal static class Forecasters
{
    /// <summary>Five hours a week and no goals. Three tasks done today are evidence, but not yet part of the record.
    /// </summary>
    public static readonly ForecastInputs Plain = new()
    {
        Plan = new ScheduleInputs
        {
            Today = Sample.Today,
            Capacities = [new(Sample.Today.AddYears(-1), 300)],
            Goals = [],
        },
        PastTasks = [.. Enumerable.Range(0, 3).Select(_ => new PastTask(default, 60, Sample.Today, Sample.Today))],
    };

    private static readonly Gen<PastTask> Past =
        from minutes in Gen.Choose(1, 1_500)
        from began in Gen.Choose(0, 700)
        from took in Gen.Choose(-1, 200)
        select new PastTask(
            default,
            minutes,
            Sample.Today.AddDays(-began),
            took < 0 || took > began ? null : Sample.Today.AddDays(took - began)
        );

    private static readonly Gen<DaySpan> Span =
        from first in Gen.Choose(-300, 300)
        from days in Gen.Choose(0, 60)
        select new DaySpan(Sample.Today.AddDays(first), Sample.Today.AddDays(first + days));

    private static readonly Gen<WeekMinutes[]> Hours =
        from minutes in Gen.ArrayOf(Gen.Choose(30, 4_000))
        select minutes
            .Take(5)
            .Select((row, index) => new WeekMinutes(IsoWeek.Monday(Sample.Today).AddDays(7 * ((15 * index) - 40)), row))
            .ToArray();

    private static readonly Gen<PastForecast> Outcome =
        from count in Gen.Choose(1, 30)
        from held in Gen.ArrayOf(Gen.Choose(0, count), 4)
        let ordered = held.Order().ToArray()
        select new PastForecast(
            Guid.CreateVersion7(),
            Sample.Today.AddDays(-30),
            count,
            ordered[0],
            ordered[1],
            ordered[2],
            ordered[3]
        );

    /// <summary>A person with up to three goals in order.</summary>
    public static readonly Gen<ForecastInputs> Any =
        from past in Gen.ArrayOf(Past)
        from off in Gen.ArrayOf(Span)
        from pauses in Gen.ArrayOf(Span)
        from hours in Hours
        from outcomes in Gen.ArrayOf(Outcome)
        from goals in Gen.ArrayOf(Goal, 3)
        select new ForecastInputs
        {
            Plan = new ScheduleInputs
            {
                Today = Sample.Today,
                Capacities = hours.Length > 0 ? hours : [new(Sample.Today.AddYears(-1), 300)],
                Goals = goals,
                DaysOff = [.. off.Take(4)],
            },
            PastTasks = past,
            Pauses = [.. pauses.Take(3).Where(pause => pause.Last < Sample.Today)],
            PastForecasts = outcomes,
        };

    private static Gen<SchedulableTask> Task =>
        from minutes in Gen.Choose(5, 1_500)
        from logged in Gen.Choose(-200, 300)
        from pin in Gen.Choose(0, 60)
        select new SchedulableTask(Guid.CreateVersion7(), "Task", minutes) with
        {
            LoggedMinutes = Math.Max(0, logged),
            PinnedWeek = pin < 8 ? IsoWeek.Monday(Sample.Today).AddDays(7 * pin) : null,
        };

    private static Gen<SchedulableGoal> Goal =>
        from count in Gen.Choose(1, 12)
        from tasks in Gen.ArrayOf(Task, count)
        from target in Gen.Choose(-10, 700)
        from recurring in Gen.Choose(-200, 120)
        select new SchedulableGoal(Guid.CreateVersion7(), "Goal", Sample.Today.AddDays(target), null, [], tasks)
        {
            RecurringMinutes =
                recurring <= 0
                    ? []
                    :
                    [
                        .. Enumerable
                            .Range(0, Schedule.MaxWeeks)
                            .Select(week => new WeekMinutes(Sample.Today.AddDays(7 * week), recurring)),
                    ],
        };

    public static Forecast ForecastFor(this ForecastInputs inputs, SchedulableGoal goal) =>
        new Forecaster(inputs).ForecastFor(goal.Id, goal.Target)!;

    /// <summary>The forecast of a goal of which only the facts are given, as the only one.</summary>
    public static Forecast ForecastFor(this ForecastInputs inputs, GoalFacts facts) =>
        inputs.Evaluate(facts with { StartedOn = Sample.Today }).Forecast!;

    public static GoalStatus Evaluate(this ForecastInputs inputs, GoalFacts facts) =>
        GoalStatus.Evaluate(facts, new Forecaster(inputs.With(facts.ToSchedulable())));

    public static ForecastInputs With(this ForecastInputs inputs, params SchedulableGoal[] goals) =>
        inputs.WithPlan(plan => plan with { Goals = [.. plan.Goals, .. goals] });

    public static ForecastInputs WithPlan(this ForecastInputs inputs, Func<ScheduleInputs, ScheduleInputs> change) =>
        inputs with
        {
            Plan = change(inputs.Plan),
        };

    /// <summary>As many open tasks as the facts count, which share their minutes.</summary>
    public static SchedulableGoal ToSchedulable(this GoalFacts facts)
    {
        var each = facts.OpenEstimated == 0 ? 0 : facts.OpenMinutes / facts.OpenEstimated;
        var first = facts.OpenMinutes - (each * Math.Max(0, facts.OpenEstimated - 1));
        return new SchedulableGoal(
            facts.Id,
            facts.Title,
            facts.Target,
            null,
            [],
            [
                .. Enumerable
                    .Range(0, facts.Open)
                    .Select(at => new SchedulableTask(
                        Guid.CreateVersion7(),
                        $"Task {at}",
                        at >= facts.OpenEstimated ? null
                            : at == 0 ? first
                            : each
                    )),
            ]
        );
    }
}
