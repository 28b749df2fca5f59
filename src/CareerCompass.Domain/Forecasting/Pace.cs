namespace CareerCompass.Domain.Forecasting;

/// <summary>Estimated minutes that a person completes in a working week: a geometric mean of a slow estimate, which
/// starts from the stated capacity, and a quick one, which starts from the slow one and follows changes.</summary>
public sealed class Pace
{
    /// <summary>Working weeks after which a finished task has half the weight.</summary>
    private const double SlowHalfLife = 52;
    private const double QuickHalfLife = 13;

    /// <summary>Weight of the quick estimate in the geometric mean.</summary>
    private const double QuickWeight = 1 / 3d;

    private readonly double capacity;
    private readonly double[] doneAt;
    private readonly DecayedPace slow;
    private readonly DecayedPace quick;

    /// <param name="began">The working week in which the record begins.</param>
    /// <param name="done">Working week and minutes of each finished task, by week.</param>
    /// <param name="capacity">Minutes of a usual week; 0 when unknown.</param>
    public Pace(double began, IReadOnlyList<(double Week, double Minutes)> done, double capacity)
    {
        this.capacity = capacity;
        doneAt = [.. done.Select(task => task.Week)];
        (slow, quick) = (new DecayedPace(SlowHalfLife, began, done), new DecayedPace(QuickHalfLife, began, done));
    }

    /// <summary>The number of tasks finished before a working week.</summary>
    public int FinishedBefore(double week)
    {
        var (low, high) = (0, doneAt.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = doneAt[middle] < week ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <param name="week">Working week; 0 is today.</param>
    /// <param name="finished">The number of tasks that count.</param>
    public double At(double week, int finished)
    {
        var slowly = slow.At(week, finished, capacity);
        return slowly * Math.Pow(quick.At(week, finished, slowly) / slowly, QuickWeight);
    }
}
