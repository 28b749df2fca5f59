// One name a measurement: dotnet run -c Release --project bench -- NAME
var all = new Dictionary<string, Func<string[], Task<int>>>();

if (args is [var name, .. var rest] && all.TryGetValue(name, out var run))
{
    return await run(rest);
}

Console.Error.WriteLine($"Name what to measure: {string.Join(", ", all.Keys.Order())}");
return 2;
