using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Bench.Forecasts;

/// <summary>A day in a developer's past, with the next tasks as the goal.</summary>
/// <param name="At">The index of the goal's first task.</param>
/// <param name="Truth">Weeks until the last task was done.</param>
/// <param name="Naive">Weeks: the estimates divided by the mean weekly sum of estimates completed in 26 weeks.</param>
internal sealed record Window(
    string Developer,
    int At,
    int Size,
    DateOnly Today,
    double Hours,
    double Truth,
    double Naive,
    List<FileTask> Begun
)
{
    /// <summary>Null with fewer than ten completed tasks, or none in the last 26 weeks.</summary>
    public static Window? Of(List<FileTask> tasks, int at, int size)
    {
        var today = tasks[at].Began;
        var begun = tasks.Take(at).Where(task => task.Began < today).ToList();
        var done = begun.Where(task => task.Done < today).ToList();
        var lately = done.Where(task => task.Done >= today.AddDays(-26 * 7)).Sum(task => task.Estimate);
        if (done.Count < 10 || lately <= 0)
        {
            return null;
        }

        var goal = tasks.GetRange(at, size);
        var hours = goal.Sum(task => task.Estimate);
        var truth = Math.Max(1, goal.Max(task => task.Done).DayNumber - today.DayNumber) / 7d;
        return new Window(
            tasks[at].Developer,
            at,
            size,
            today,
            hours,
            truth,
            Math.Max(0.1, hours / (lately / 26)),
            begun
        );
    }

    public Workload Work => new(60 * Hours, Size);

    public TrackRecord Record(Prior prior) =>
        new(Begun.Select(task => task.Seen(Today)), Today, WorkingTime.Steady, prior);
}
