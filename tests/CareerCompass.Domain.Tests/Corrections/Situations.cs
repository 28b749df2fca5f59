using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

/// <summary>A person on a day, with little to say about them.</summary>
internal static class Situations
{
    public static readonly IReadOnlyList<WeekMinutes> FiveHours = [new(Some.Today.AddYears(-1), 300)];

    /// <summary>Expected after eight weeks, after twelve in a slow run; the target is in fourteen.</summary>
    public static Standing OnCourse(GoalFacts? facts = null, int p80 = 84) => new(
        facts ?? Facts.Of() with { StartedOn = Some.Today.AddDays(-56), LastTick = Some.Today.AddDays(-1) }, Bearing.OnCourse,
        new Forecast(Some.Today.AddDays(20), Some.Today.AddDays(p80 * 2 / 3), Some.Today.AddDays(p80), Some.Today.AddDays(p80 + 10), 0.85, 75, 10), 1);

    public static Standing Stand(GoalFacts facts, params DaySpan[] off) => Standing.Of(facts, Outlooks.Plain.With(outlook => outlook with { Off = off }));

    public static Situation Of(params Standing[] standings) => new(Some.Today, standings)
    {
        Hours = FiveHours,
        Aims = [.. standings.Select(standing => new Situation.Aim(standing.Facts.Id, null, null, false, null))],
    };

    public static Situation Off(this Situation situation, int first, int last) =>
        situation with { Seasons = new Seasons([new DaySpan(Some.Today.AddDays(first), Some.Today.AddDays(last))]) };

    public static Standing Paused(this Standing standing) =>
        standing with { Facts = standing.Facts with { State = GoalState.Paused, PausedUntil = Some.Today.AddDays(30) }, Bearing = Bearing.Paused, Forecast = null };

    /// <summary>The one finding of a rule; null when it has none.</summary>
    public static Finding? Find(this Situation situation, PromptRule rule) => situation.Findings().SingleOrDefault(finding => finding.Rule == rule);

    public static T Tell<T>(this Situation situation, PromptRule rule)
        where T : Grounds
    {
        var finding = situation.Find(rule);
        Assert.NotNull(finding);
        return Assert.IsType<T>(Grounds.Read(rule, finding.Grounds.Write()));
    }

    public static Attention.Wanted Area(string name, int share) => new(Guid.CreateVersion7(), name, share);

}
