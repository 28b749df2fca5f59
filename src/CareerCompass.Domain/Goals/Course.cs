using System.Text;
using System.Text.Json;

namespace CareerCompass.Domain.Goals;

/// <summary>The dates of a route: its target and its milestones, without their tasks.</summary>
/// <param name="Until">The day on which it was given up for another.</param>
public sealed record Course(DateOnly Until, DateOnly Target, IReadOnlyList<Course.Stop> Stops)
{
    /// <summary>So many characters of a revision's JSON hold the dates of some hundred milestones, which stand before the tasks.</summary>
    public const int Head = 16_000;

    public sealed record Stop(Guid Id, DateOnly Date);

    /// <summary>Reads the head of a revision's JSON, however much of it was cut off.</summary>
    /// <returns>Null when not even the target could be read.</returns>
    public static Course? Read(DateOnly until, string head)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(head), isFinalBlock: false, default);
        DateOnly? target = null;
        Guid? id = null;
        var stops = new List<Stop>();
        while (json.Read() && !(json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(nameof(Route.Tasks))))
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = (Target: json.ValueTextEquals(nameof(Route.Target)), Id: json.ValueTextEquals(nameof(Route.Stop.Id)), Date: json.ValueTextEquals(nameof(Route.Stop.Date)));
            if (!json.Read())
            {
                break;
            }

            if (name.Target)
            {
                target = Date(json);
            }
            else if (name.Id)
            {
                id = json.GetGuid();
            }
            else if (name.Date && id is { } known)
            {
                stops.Add(new Stop(known, Date(json)));
            }
        }

        return target is { } day ? new Course(until, day, stops) : null;
    }

    /// <summary>Those that differ from what is there now and from each other, newest first.</summary>
    /// <param name="courses">Newest first.</param>
    public static IReadOnlyList<Course> Apart(IEnumerable<Course> courses, Route now, int most)
    {
        var apart = new List<Course>();
        var last = new Course(default, now.Target, [.. now.Milestones.Select(stop => new Stop(stop.Id, stop.Date))]);
        foreach (var course in courses)
        {
            if (apart.Count < most && !course.IsAs(last))
            {
                apart.Add(last = course);
            }
        }

        return apart;
    }

    // A milestone that was added or dropped is no other date
    private bool IsAs(Course other)
    {
        var dates = other.Stops.ToDictionary(stop => stop.Id, stop => stop.Date);
        return Target == other.Target && Stops.All(stop => !dates.TryGetValue(stop.Id, out var date) || date == stop.Date);
    }

    private static DateOnly Date(Utf8JsonReader json) => DateOnly.FromDateTime(json.GetDateTime());
}
