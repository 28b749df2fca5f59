namespace CareerCompass.Domain.Forecasting;

/// <summary>Minutes completed in a working week, older ones weighing less, and pulled towards an expected pace.</summary>
internal sealed class DecayedPace
{
    /// <summary>Working weeks that the expected pace counts as.</summary>
    private const double ExpectedWeeks = 2;

    /// <summary>Minimum working weeks of a record without an expected pace.</summary>
    private const double ShortestSpan = 8;

    private readonly double decayTime;
    private readonly double began;
    private readonly double[] decayedMinutes;

    /// <param name="halfLife">Working weeks after which a finished task has half the weight.</param>
    /// <param name="began">The working week in which the record begins.</param>
    /// <param name="done">Working week and minutes of each finished task, by week.</param>
    public DecayedPace(double halfLife, double began, IReadOnlyList<(double Week, double Minutes)> done)
    {
        (decayTime, this.began) = (halfLife / Math.Log(2), began);
        decayedMinutes = new double[done.Count + 1];
        for (var index = 0; index < done.Count; index++)
        {
            var (week, minutes) = done[index];
            decayedMinutes[index + 1] = decayedMinutes[index] + (minutes * Math.Exp(week / decayTime));
        }
    }

    /// <param name="week">Working week; 0 is today.</param>
    /// <param name="finished">The number of tasks that count.</param>
    /// <param name="expected">Minutes; 0 when unknown.</param>
    public double At(double week, int finished, double expected)
    {
        var span = Math.Max(week - began, expected > 0 ? 0 : ShortestSpan);
        var weeks = decayTime * (1 - Math.Exp(-span / decayTime));
        var minutes = decayedMinutes[finished] * Math.Exp(-week / decayTime);
        var expectedWeeks = expected > 0 ? ExpectedWeeks : 0;
        return Math.Max((minutes + (expected * expectedWeeks)) / (weeks + expectedWeeks), 1);
    }
}
