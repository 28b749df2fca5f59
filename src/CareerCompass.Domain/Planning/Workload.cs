namespace CareerCompass.Domain.Planning;

/// <summary>Remaining work.</summary>
public readonly record struct Workload(double Minutes, double Tasks)
{
    public static Workload operator +(Workload one, Workload other) =>
        new(one.Minutes + other.Minutes, one.Tasks + other.Tasks);
}
