namespace CareerCompass.Domain.Forecasting;

/// <summary>
/// How plans usually go. With x the weeks that the work would take at one's pace and k the number of tasks, the weeks
/// it does take are exp(Level + Work · ln x + Count · ln k + s(k) · z), where s(k) = exp(Spread + Narrowing · ln k) and z
/// is drawn from <see cref="Deviations"/>. See docs/forecast.md.
/// </summary>
/// <param name="WorkExponent">0 to 1: how much of twice the work shows in the time.</param>
/// <param name="TaskCountExponent">At least 0: what more tasks of the same work add.</param>
/// <param name="SpreadExponent">At most 0: plans of many tasks are surer.</param>
/// <param name="Deviations">Quantiles, evenly spaced, of how far single plans lie from the middle, in units of s.</param>
/// <param name="ColdStart">How it is before there is a history.</param>
public sealed record Prior(
    double Level,
    double WorkExponent,
    double TaskCountExponent,
    double Spread,
    double SpreadExponent,
    IReadOnlyList<double> Deviations,
    ColdStartPrior? ColdStart = null
)
{
    /// <summary>The smallest number of tasks that the spread was fitted on.</summary>
    private const int MinTasks = 3;

    /// <summary>Finished tasks after which a person's own pace counts as much as <see cref="ColdStartPrior"/>.</summary>
    private const double ColdStartWeight = 8;

    /// <summary>The logarithm of the weeks, at a deviation.</summary>
    /// <param name="weeks">At one's pace.</param>
    /// <param name="finished">How many tasks that pace was seen on.</param>
    public double LogWeeks(double weeks, double tasks, double z, double finished)
    {
        // Less work is never later: where the spread narrows faster than more tasks take longer, it does not narrow
        var log = Math.Max(
            TaskCountTerm(tasks, z),
            tasks > MinTasks ? TaskCountTerm(MinTasks, z) : double.NegativeInfinity
        );
        var own = Level + (WorkExponent * Math.Log(weeks)) + log;
        if (ColdStart is not { } start)
        {
            return own;
        }

        var share = finished / (finished + ColdStartWeight);
        return (share * own) + ((1 - share) * (Math.Log(start.MedianRatio * weeks) + (start.Spread * z)));
    }

    /// <summary>How far a plan that took so many weeks lies from the middle.</summary>
    public double Deviation(double actualWeeks, double weeks, double tasks) =>
        (Math.Log(actualWeeks) - Level - (WorkExponent * Math.Log(weeks)) - (TaskCountExponent * Math.Log(tasks)))
        / SpreadAt(tasks);

    private double TaskCountTerm(double tasks, double z) =>
        (TaskCountExponent * Math.Log(tasks)) + (SpreadAt(tasks) * z);

    private double SpreadAt(double tasks) => Math.Exp(Spread + (SpreadExponent * Math.Log(Math.Max(tasks, MinTasks))));
}
