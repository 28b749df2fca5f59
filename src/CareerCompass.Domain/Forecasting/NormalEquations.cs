namespace CareerCompass.Domain.Forecasting;

/// <summary>Weighted least squares of y = a + b · x1 + c · x2, from sums.</summary>
public struct NormalEquations
{
    private double w;
    private double w1;
    private double w2;
    private double w11;
    private double w12;
    private double w22;
    private double y;
    private double y1;
    private double y2;
    private double yy;

    public void Add(double x1, double x2, double value, double weight)
    {
        AddPoint(x1, x2, weight);
        AddValue(x1, x2, value, weight);
    }

    public void Add(NormalEquations other)
    {
        (w, w1, w2) = (w + other.w, w1 + other.w1, w2 + other.w2);
        (w11, w12, w22) = (w11 + other.w11, w12 + other.w12, w22 + other.w22);
        (y, y1, y2, yy) = (y + other.y, y1 + other.y1, y2 + other.y2, yy + other.yy);
    }

    /// <summary>Adds an observation whose value is not known yet.</summary>
    public void AddPoint(double x1, double x2, double weight)
    {
        w += weight;
        w1 += weight * x1;
        w2 += weight * x2;
        w11 += weight * x1 * x1;
        w12 += weight * x1 * x2;
        w22 += weight * x2 * x2;
    }

    /// <summary>Adds the value of an observation.</summary>
    public void AddValue(double x1, double x2, double value, double weight)
    {
        y += weight * value;
        y1 += weight * x1 * value;
        y2 += weight * x2 * value;
        yy += weight * value * value;
    }

    /// <summary>The weighted sum of the squared distances from a line.</summary>
    public readonly double Residual(double a, double b, double c)
    {
        var fitted = (a * a * w) + (b * b * w11) + (c * c * w22) + (2 * ((a * b * w1) + (a * c * w2) + (b * c * w12)));
        return Math.Max(0, yy - (2 * ((a * y) + (b * y1) + (c * y2))) + fitted);
    }

    /// <summary>The line, pulled to a prior (ridge regression), by Cramer's rule.</summary>
    public readonly (double A, double B, double C) Solve(double levelPull, double slopePull, Prior prior)
    {
        var (p, q, r) = (w + levelPull, w11 + slopePull, w22 + slopePull);
        var (u, v, t) = (
            y + (levelPull * prior.Level),
            y1 + (slopePull * prior.WorkExponent),
            y2 + (slopePull * prior.CountExponent)
        );
        var (m0, m1, m2) = ((q * r) - (w12 * w12), (w1 * r) - (w12 * w2), (w1 * w12) - (q * w2));
        var determinant = (p * m0) - (w1 * m1) + (w2 * m2);
        var a = ((u * m0) - (w1 * ((v * r) - (w12 * t))) + (w2 * ((v * w12) - (q * t)))) / determinant;
        var b = ((p * ((v * r) - (w12 * t))) - (u * m1) + (w2 * ((w1 * t) - (v * w2)))) / determinant;
        var c = ((p * ((q * t) - (v * w12))) - (w1 * ((w1 * t) - (v * w2))) + (u * m2)) / determinant;
        return (a, b, c);
    }
}
