namespace CareerCompass.Bench.Speed;

/// <summary>What wrk saw in one round.</summary>
/// <param name="CpuMs">Processor milliseconds of the server for each request.</param>
internal sealed record Round(double PerSecond, double P50, double P99, double CpuMs, double Bytes, long Requests);
