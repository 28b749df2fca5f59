namespace CareerCompass.Domain.Forecasting;

/// <summary>A person's runs with the same number of tasks, summed up. Runs that have not ended are filled in.</summary>
internal sealed class RunGroup
{
    private readonly double scale;
    private readonly List<Run> open = [];
    private NormalEquations known;
    private NormalEquations filled;
    private double openVariance;

    public RunGroup(IEnumerable<Run> runs, double logCount)
    {
        (LogCount, scale) = (logCount, Math.Exp(RunRegression.SpreadExponent * logCount));
        foreach (var run in runs)
        {
            Weight += run.Weight;
            known.AddPoint(run.LogWork, run.LogCount, run.Weight / (scale * scale));
            if (run.HasEnded)
            {
                known.AddValue(run.LogWork, run.LogCount, run.LogWeeks, run.Weight / (scale * scale));
            }
            else
            {
                open.Add(run);
            }
        }

        filled = known;
    }

    public double LogCount { get; }

    public double Weight { get; }

    public NormalEquations Filled => filled;

    /// <summary>Gives each open run its expected length, beyond the length so far, on a line with a spread.</summary>
    public void FillIn((double A, double B, double C) line, double spread)
    {
        (filled, openVariance) = (known, 0);
        foreach (var run in open)
        {
            var middle = line.A + (line.B * run.LogWork) + (line.C * run.LogCount);
            var beyond = Math.Clamp((run.LogWeeks - middle) / (spread * scale), -8, 8);
            var mean = NormalTail.MeanBeyond(beyond);
            var length = run.LogWeeks + (spread * scale * (mean - beyond));
            filled.AddValue(run.LogWork, run.LogCount, length, run.Weight / (scale * scale));
            openVariance += run.Weight * Math.Max(0, 1 + (beyond * mean) - (mean * mean)) * spread * spread;
        }
    }

    /// <summary>The weighted sum of squared distances from a line, of what is filled in with its variance.</summary>
    public double SquaresFrom((double A, double B, double C) line) =>
        filled.Residual(line.A, line.B, line.C) + openVariance;
}
