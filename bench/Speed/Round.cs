namespace CareerCompass.Bench.Speed;

/// <param name="CpuMs">Processor milliseconds of the server per request.</param>
internal sealed record Round(double PerSecond, double P50, double P99, double CpuMs, double Bytes, long Requests);
