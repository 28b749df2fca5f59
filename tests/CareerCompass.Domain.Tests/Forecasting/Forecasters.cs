using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

internal static class Forecasters
{
    /// <summary>Five hours a week, one goal, nothing done yet.</summary>
    public static readonly Forecaster Plain = new(
        new ForecastInputs
        {
            Today = Sample.Today,
            Capacities = [new(Sample.Today.AddYears(-1), 300)],
            ActiveGoalIds = [],
        }
    );

    private static readonly Guid[] Goals = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly Gen<PastTask> Past =
        from goal in Gen.Elements(Goals)
        from minutes in Gen.Choose(1, 1_500)
        from began in Gen.Choose(0, 700)
        from took in Gen.Choose(-1, 200)
        select new PastTask(
            goal,
            minutes,
            Sample.Today.AddDays(-began),
            took < 0 || took > began ? null : Sample.Today.AddDays(took - began)
        );

    private static readonly Gen<DaySpan> Span =
        from first in Gen.Choose(-300, 300)
        from days in Gen.Choose(0, 60)
        select new DaySpan(Sample.Today.AddDays(first), Sample.Today.AddDays(first + days));

    private static readonly Gen<WeekMinutes[]> Hours =
        from minutes in Gen.ArrayOf(Gen.Choose(1, 4_000))
        select minutes
            .Take(5)
            .Select((row, index) => new WeekMinutes(IsoWeek.Monday(Sample.Today).AddDays(7 * ((15 * index) - 40)), row))
            .ToArray();

    public static readonly Gen<ForecastInputs> Any =
        from past in Gen.ArrayOf(Past)
        from off in Gen.ArrayOf(Span)
        from pauses in Gen.ArrayOf(Span)
        from hours in Hours
        from active in Gen.Choose(0, 3)
        select new ForecastInputs
        {
            Today = Sample.Today,
            Capacities = hours.Length > 0 ? hours : [new(Sample.Today.AddYears(-1), 300)],
            ActiveGoalIds = Goals[..active],
            PastTasks = past,
            DaysOff = [.. off.Take(4)],
            Pauses = [.. pauses.Take(3).Where(pause => pause.Last < Sample.Today)],
        };

    public static Forecaster With(this Forecaster forecaster, Func<ForecastInputs, ForecastInputs> change) =>
        new(change(forecaster.Inputs));

    public static Gen<GoalFacts> Goal(ForecastInputs facts) =>
        from goal in Forecasting.GoalFactsBuilder.Any
        from one in Gen.Elements(Goals)
        from target in Gen.Choose(-10, 700)
        select goal with
        {
            Id = facts.ActiveGoalIds.Contains(one) ? one : goal.Id,
            Open = Math.Max(1, goal.Open),
            Target = Sample.Today.AddDays(target),
        };
}
