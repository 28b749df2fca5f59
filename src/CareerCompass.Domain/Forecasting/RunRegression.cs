namespace CareerCompass.Domain.Forecasting;

/// <summary>A person's level, exponents and spread: a ridge regression of their runs towards the prior. Runs that have
/// not ended are filled in with their expected length (the EM algorithm of Dempster, Laird and Rubin 1977 for censored
/// normal observations), so that a person who falls behind is not judged by the quick work only.</summary>
public sealed class RunRegression
{
    /// <summary>Change of the spread with the number of tasks, as an exponent, before a person shows another.</summary>
    public const double SpreadExponent = -0.2;

    /// <summary>The smallest number of tasks for which the spread widens.</summary>
    private const double MinCount = 3;

    private const double MinSpreadExponent = -0.6;
    private const double MinSlope = 0.1;
    private const double MaxSlope = 1.1;

    /// <summary>Weights of the prior: of its level, exponents and spread.</summary>
    private const double LevelWeight = 2;
    private const double SlopeWeight = 200;
    private const double SpreadWeight = 12;

    private const int Passes = 6;

    /// <summary>Logarithms by which a person's level may exceed the prior's freely, and beyond that.</summary>
    private const double FreeLevel = 1;
    private const double ExtraLevel = 0.5;

    private readonly (double A, double B, double C) line;
    private readonly double spread;
    private readonly double spreadExponent = SpreadExponent;

    public RunRegression(IReadOnlyList<Run> runs, Prior prior)
    {
        (line, spread) = ((prior.Level, prior.WorkExponent, prior.CountExponent), prior.Spread);
        if (runs.Count == 0)
        {
            return;
        }

        var groups = runs.GroupBy(run => run.LogCount).Select(size => new RunGroup(size, size.Key)).ToList();
        for (var pass = 0; pass < Passes; pass++)
        {
            groups.ForEach(group => group.FillIn(line, spread));
            line = Fit(groups, prior);
            spread = Math.Sqrt(Variance(groups, prior.Spread * prior.Spread));
        }

        spreadExponent = FitSpreadExponent(groups);
        line.A = Math.Min(line.A, prior.Level + FreeLevel) + Extra(line.A - prior.Level - FreeLevel);
    }

    /// <summary>How far a run lies from the middle, in spreads.</summary>
    public double Deviation(Run run) =>
        (run.LogWeeks - Middle(run.LogWork, run.LogCount)) / (spread * Math.Exp(spreadExponent * run.LogCount));

    /// <summary>The logarithm of the weeks at a deviation. Grows with work and tasks, although the spread narrows.</summary>
    public double LogWeeks(double logWork, double tasks, double deviation)
    {
        var own = At(logWork, tasks, deviation);
        return tasks > MinCount ? Math.Max(own, At(logWork, MinCount, deviation)) : own;
    }

    /// <summary>The deviation at which the work takes a number of weeks; the inverse of <see cref="LogWeeks"/>.</summary>
    public double DeviationAt(double logWeeks, double logWork, double tasks)
    {
        var own = Inverse(logWeeks, logWork, tasks);
        return tasks > MinCount ? Math.Min(own, Inverse(logWeeks, logWork, MinCount)) : own;
    }

    private static double LogCount(double tasks) => Math.Log(tasks / 10);

    private double Middle(double logWork, double logCount) => line.A + (line.B * logWork) + (line.C * logCount);

    private double SpreadAt(double tasks) => spread * Math.Exp(spreadExponent * LogCount(Math.Max(tasks, MinCount)));

    private double At(double logWork, double tasks, double deviation) =>
        Middle(logWork, LogCount(tasks)) + (SpreadAt(tasks) * deviation);

    private double Inverse(double logWeeks, double logWork, double tasks) =>
        (logWeeks - Middle(logWork, LogCount(tasks))) / SpreadAt(tasks);

    private static double Extra(double excess) => excess > 0 ? ExtraLevel * Math.Tanh(excess / ExtraLevel) : 0;

    private (double A, double B, double C) Fit(List<RunGroup> groups, Prior prior)
    {
        var equations = new NormalEquations();
        groups.ForEach(group => equations.Add(group.Filled));
        var pull = spread * spread / (prior.Spread * prior.Spread);
        var (a, b, c) = equations.Solve(LevelWeight * pull, SlopeWeight * pull, prior);
        return (a, Math.Clamp(b, MinSlope, MaxSlope), Math.Max(c, MinSlope));
    }

    private double Variance(IEnumerable<RunGroup> groups, double priorVariance)
    {
        var (squares, weight) = (SpreadWeight * priorVariance, SpreadWeight);
        foreach (var group in groups)
        {
            squares += group.SquaresFrom(line);
            weight += group.Weight;
        }

        return squares / weight;
    }

    // From the spreads of the shortest and the longest runs
    private double FitSpreadExponent(List<RunGroup> groups)
    {
        var (small, large) = (groups.MinBy(group => group.LogCount)!, groups.MaxBy(group => group.LogCount)!);
        var ratio = Variance([large], spread * spread) / Variance([small], spread * spread);
        var exponent = SpreadExponent + (0.5 * Math.Log(ratio) / (large.LogCount - small.LogCount));
        return Math.Clamp(exponent, MinSpreadExponent, 0);
    }
}
