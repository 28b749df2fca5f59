using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

internal static class GoalFactsBuilder
{
    public static readonly DateOnly Target = Sample.Today.AddDays(98);

    public static readonly Gen<GoalFacts> Any =
        from open in Gen.Choose(0, 40)
        from done in Gen.Choose(0, 40)
        from openEstimated in Gen.Choose(0, open)
        from doneEstimated in Gen.Choose(0, done)
        from openMinutes in Minutes(openEstimated)
        from doneMinutes in Minutes(doneEstimated)
        from age in Gen.Choose(0, 400)
        select Of() with
        {
            Open = open,
            OpenEstimated = openEstimated,
            OpenMinutes = openMinutes,
            Done = done,
            DoneEstimated = doneEstimated,
            DoneMinutes = doneMinutes,
            StartedOn = Sample.Today.AddDays(-age),
        };

    public static GoalFacts Of(int openMinutes = 600) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            OwnerId = Guid.CreateVersion7(),
            Title = "Become a team lead",
            State = GoalState.Active,
            Target = Target,
            StartedOn = Sample.Today,
            Open = 1,
            OpenEstimated = 1,
            OpenMinutes = openMinutes,
        };

    private static Gen<int> Minutes(int tasks) =>
        tasks == 0 ? Gen.Constant(0) : Gen.Choose(tasks, tasks * Limits.MaxEstimateMinutes);
}
