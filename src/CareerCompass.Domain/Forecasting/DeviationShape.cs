namespace CareerCompass.Domain.Forecasting;

/// <summary>The distribution of a person's deviations: a Kaplan-Meier estimate (Kaplan and Meier 1958, doi
/// 10.1080/01621459.1958.10501452) on a grid, of the prior's deviations and their own.</summary>
public sealed class DeviationShape
{
    public const int GridSize = 41;

    public const double Lowest = GridLow - (GridStep / 2);

    public const double Highest = Lowest + (GridSize * GridStep);

    private const double GridLow = -4;
    private const double GridStep = 0.2;
    private const double PriorWeight = 8;

    /// <summary>The own deviations weigh the share of runs that have ended, to this power.</summary>
    private const double EndedPower = 2.5;

    // Level reached at the upper edge of each cell, after a leading 0
    private readonly double[] levels = new double[GridSize + 1];

    /// <param name="deviations">Deviation, whether the run has ended, and weight.</param>
    public DeviationShape(IReadOnlyList<(double Z, bool HasEnded, double Weight)> deviations, Prior prior)
    {
        var (ended, open) = (new double[GridSize], new double[GridSize]);
        var total = prior.Shape.Sum();
        for (var cell = 0; cell < GridSize; cell++)
        {
            ended[cell] = PriorWeight * prior.Shape[cell] / total;
        }

        var all = deviations.Sum(row => row.Weight);
        var share = all == 0 ? 0 : deviations.Where(row => row.HasEnded).Sum(row => row.Weight) / all;
        var factor = Math.Pow(share, EndedPower);
        foreach (var (z, hasEnded, weight) in deviations)
        {
            AddTo(hasEnded ? ended : open, z, weight * factor);
        }

        Accumulate(ended, open);
    }

    /// <summary>Adds a weight to the two nearest grid points, in proportion.</summary>
    public static void AddTo(double[] grid, double z, double weight)
    {
        var place = Math.Clamp((z - GridLow) / GridStep, 0, GridSize - 1);
        var cell = Math.Min((int)place, GridSize - 2);
        grid[cell] += weight * (1 - (place - cell));
        grid[cell + 1] += weight * (place - cell);
    }

    /// <summary>The deviation that a share of plans stays below.</summary>
    public double DeviationAt(double level)
    {
        var edge = 1;
        while (edge < GridSize && levels[edge] < level)
        {
            edge++;
        }

        var width = levels[edge] - levels[edge - 1];
        return Edge(edge - 1) + (GridStep * (width > 0 ? (level - levels[edge - 1]) / width : 0));
    }

    /// <summary>The share of plans that stay below a deviation.</summary>
    public double LevelOf(double deviation)
    {
        var place = Math.Clamp((deviation - Edge(0)) / GridStep, 0, GridSize);
        var cell = Math.Min((int)place, GridSize - 1);
        return levels[cell] + ((place - cell) * (levels[cell + 1] - levels[cell]));
    }

    private static double Edge(int index) => GridLow - (GridStep / 2) + (GridStep * index);

    private void Accumulate(double[] ended, double[] open)
    {
        var (atRisk, survival) = (ended.Sum() + open.Sum(), 1d);
        for (var cell = 0; cell < GridSize; cell++)
        {
            // Open runs of a cell are at risk for half of it
            var risk = Math.Max(atRisk - (open[cell] / 2), 1e-12);
            survival *= 1 - Math.Min(1, ended[cell] / risk);
            levels[cell + 1] = 1 - survival;
            atRisk -= ended[cell] + open[cell];
        }

        levels[^1] = 1;
    }
}
