using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>What was forecast in a week, and what is known today of how it came.</summary>
/// <param name="StartedOn">Since when the goal has been pursued: what was seen before a rest is scored no more.</param>
public sealed record Seen(
    Guid GoalId, DateOnly Week, DateOnly Target, DateOnly P10, DateOnly P50, DateOnly P80, DateOnly P90, GoalState State, DateOnly StartedOn, DateOnly? EndedOn);

/// <summary>How often dates held.</summary>
/// <param name="Said">0 to 1: the chance that they were given; null where it is the person's own target.</param>
/// <param name="Held">Goals were achieved on or before them.</param>
/// <param name="Known">Those of which it is known: the goal was achieved, or they passed while it was pursued.</param>
public sealed record Score(double? Said, int Held, int Known)
{
    /// <summary>0 to 1.</summary>
    public double Share => Known == 0 ? 0 : Held / (double)Known;
}

/// <summary>Whether forecasts can be trusted: of the dates called 80 %, about 80 % should hold.</summary>
/// <param name="Goals">Goals that were scored.</param>
public sealed record Calibration(IReadOnlyList<Score> Scores, Score Targets, int Goals)
{
    public bool HasAny => Goals > 0;

    /// <param name="sightings">Of all goals, in weeks in which there was a forecast.</param>
    public static Calibration Of(IReadOnlyCollection<Seen> sightings, DateOnly today)
    {
        var fair = sightings.Where(seen => seen.Week.AddDays(6) >= seen.StartedOn && seen.State != GoalState.Paused).ToList();
        Score Of(double? said, Func<Seen, DateOnly> date)
        {
            var known = fair.Select(seen => Holds(seen, date(seen), today)).OfType<bool>().ToList();
            return new Score(said, known.Count(held => held), known.Count);
        }

        return new Calibration(
            [Of(0.1, seen => seen.P10), Of(0.5, seen => seen.P50), Of(0.8, seen => seen.P80), Of(0.9, seen => seen.P90)],
            Of(null, seen => seen.Target),
            fair.Where(seen => Holds(seen, seen.P10, today) is not null || Holds(seen, seen.Target, today) is not null).Select(seen => seen.GoalId).Distinct().Count());
    }

    /// <summary>Null while nobody knows, and for ever where the goal was given up before.</summary>
    private static bool? Holds(Seen seen, DateOnly date, DateOnly today) => seen switch
    {
        { State: GoalState.Achieved, EndedOn: { } ended } => ended <= date,
        { EndedOn: { } ended } => ended > date ? false : null,
        _ => today > date ? false : null,
    };
}
