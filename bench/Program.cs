using CareerCompass.Bench.Forecasts;
using CareerCompass.Bench.Kill;
using CareerCompass.Bench.Pages;
using CareerCompass.Bench.Scale;
using CareerCompass.Bench.Speed;

// Usage: dotnet run -c Release --project bench -- NAME
var all = new Dictionary<string, Func<string[], Task<int>>>
{
    ["kill"] = KillTest.RunAsync,
    ["kill-worker"] = KillWorker.RunAsync,
    ["scale"] = ScaleTest.RunAsync,
    ["scale-worker"] = ScaleWorker.RunAsync,
    ["bare"] = BareServer.RunAsync,
    ["pages"] = PageSpeed.RunAsync,
    ["writes"] = WriteSpeed.RunAsync,
    ["schedule"] = ScheduleSpeed.RunAsync,
    ["forecast"] = ForecastScore.RunAsync,
    ["forecast-speed"] = ForecastSpeed.RunAsync,
};

if (args is [var name, .. var rest] && all.TryGetValue(name, out var run))
{
    return await run(rest);
}

Console.Error.WriteLine(
    $"Name what to measure: "
        + $"{string.Join(", ", all.Keys.Where(key => !key.EndsWith("-worker", StringComparison.Ordinal)).Order())}"
);
return 2;
