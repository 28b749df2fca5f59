using System.Globalization;

namespace CareerCompass.Bench.Forecasts;

/// <summary>Columns: developer,project,estimate_hours,actual_hours,started_on,completed_on.</summary>
internal static class TaskFile
{
    public static Dictionary<string, List<FileTask>> Read(string path) =>
        File.ReadLines(path)
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(','))
            .Select(row => new FileTask(
                row[0],
                double.Parse(row[2], CultureInfo.InvariantCulture),
                Day(row[4]),
                Day(row[5])
            ))
            .GroupBy(task => task.Developer)
            .ToDictionary(
                tasks => tasks.Key,
                tasks =>
                    tasks.OrderBy(task => task.Began).ThenBy(task => task.Done).ThenBy(task => task.Estimate).ToList()
            );

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
