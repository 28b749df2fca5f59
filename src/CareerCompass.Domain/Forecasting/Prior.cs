namespace CareerCompass.Domain.Forecasting;

/// <summary>Typical plan durations. With x the weeks at the person's pace and k the number of tasks, the actual weeks
/// are exp(Level + WorkExponent · ln x + TaskCountExponent · ln k + s(k) · z), where s(k) = exp(Spread +
/// SpreadExponent · ln k) and z is drawn from <see cref="Deviations"/>. See docs/forecast.md.</summary>
/// <param name="WorkExponent">0 to 1: how strongly more work extends the duration.</param>
/// <param name="TaskCountExponent">At least 0: how strongly more tasks for the same work extend it.</param>
/// <param name="SpreadExponent">At most 0: plans with many tasks vary less.</param>
/// <param name="Deviations">Evenly spaced quantiles of the deviation from the median, in units of s.</param>
/// <param name="ColdStart">Used before there is history.</param>
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

    /// <summary>Finished tasks that weigh as much as <see cref="ColdStartPrior"/>.</summary>
    private const double ColdStartWeight = 8;

    /// <summary>The logarithm of the duration in weeks at a deviation.</summary>
    /// <param name="weeks">Weeks at the person's pace.</param>
    public double LogWeeks(double weeks, double tasks, double z, double finished)
    {
        // Keeps the result monotonic: fewer tasks never take longer, although the spread narrows with more
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

    public double Deviation(double actualWeeks, double weeks, double tasks) =>
        (Math.Log(actualWeeks) - Level - (WorkExponent * Math.Log(weeks)) - (TaskCountExponent * Math.Log(tasks)))
        / SpreadAt(tasks);

    private double TaskCountTerm(double tasks, double z) =>
        (TaskCountExponent * Math.Log(tasks)) + (SpreadAt(tasks) * z);

    private double SpreadAt(double tasks) => Math.Exp(Spread + (SpreadExponent * Math.Log(Math.Max(tasks, MinTasks))));
}
