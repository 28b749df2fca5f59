namespace CareerCompass.Domain.Forecasting;

/// <summary>How long people's plans take, from published data. The logarithm of a plan's weeks is
/// level + work · ln(weeks at the person's pace) + count · ln(tasks / 10) + spread · z.</summary>
/// <param name="Level">Logarithm of the weeks of ten tasks that are worth one week.</param>
/// <param name="Spread">Scale of the deviations of plans with ten tasks.</param>
/// <param name="Shape">Weights of the deviations z on the grid of <see cref="DeviationShape"/>.</param>
public sealed record Prior(
    double Level,
    double WorkExponent,
    double CountExponent,
    double Spread,
    IReadOnlyList<double> Shape
);
