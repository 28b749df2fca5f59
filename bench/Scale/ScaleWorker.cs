using System.Diagnostics;
using System.Globalization;
using CareerCompass.Bench.Support;
using CareerCompass.Web.Jobs;

namespace CareerCompass.Bench.Scale;

/// <summary>Sweeps in its own process, to measure its memory and processor time.</summary>
internal static class ScaleWorker
{
    public static async Task<int> RunAsync(string[] settings)
    {
        await using var app = BenchApp.Build(settings);

        // Warm-up
        await app.RunAsync<ReviewSweep>(sweep => sweep.RunAsync(Club.Due.AddHours(-1).AddMinutes(1)));
        GC.Collect();
        var (idle, processor, started) = (
            Environment.WorkingSet,
            Environment.CpuUsage.TotalTime,
            Stopwatch.GetTimestamp()
        );
        var opened = await app.RunAsync<ReviewSweep>(sweep => sweep.RunAsync(Club.Due.AddMinutes(1)));
        var (seconds, used) = (
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
        var empty = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            started = Stopwatch.GetTimestamp();
            await app.RunAsync<ReviewSweep>(sweep => sweep.RunAsync(Club.Due.AddMinutes(1)));
            empty.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        using var process = Process.GetCurrentProcess();
        var mega = 1 << 20;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{opened} {opened / seconds:F0} {seconds:F1} {used:F1} {idle / mega} "
                    + $"{process.PeakWorkingSet64 / mega} {empty.Order().ElementAt(25):F2}"
            )
        );
        return 0;
    }
}
