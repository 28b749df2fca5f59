using System.Text;
using System.Text.Json;

namespace CareerCompass.Domain.Goals;

/// <summary>The dates of a route: its target and its milestones, without their tasks.</summary>
/// <param name="Until">The day on which it was given up for another.</param>
public sealed record PlanDates(DateOnly Until, DateOnly Target, IReadOnlyList<PlanDates.DatedMilestone> DatedMilestones)
{
    /// <summary>So many characters of a revision's JSON hold the dates of some hundred milestones, which stand before the tasks.</summary>
    public const int Head = 16_000;

    public sealed record DatedMilestone(Guid Id, DateOnly Date);

    /// <summary>Reads the head of a revision's JSON, however much of it was cut off.</summary>
    /// <returns>Null when not even the target could be read.</returns>
    public static PlanDates? Read(DateOnly until, string head)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(head), isFinalBlock: false, default);
        DateOnly? target = null;
        Guid? id = null;
        var datedMilestones = new List<DatedMilestone>();
        while (json.Read() && !(json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(nameof(PlanSnapshot.Tasks))))
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = (Target: json.ValueTextEquals(nameof(PlanSnapshot.Target)), Id: json.ValueTextEquals(nameof(PlanSnapshot.MilestoneSnapshot.Id)), Date: json.ValueTextEquals(nameof(PlanSnapshot.MilestoneSnapshot.Date)));
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
                datedMilestones.Add(new DatedMilestone(known, Date(json)));
            }
        }

        return target is { } day ? new PlanDates(until, day, datedMilestones) : null;
    }

    /// <summary>Those that differ from what is there now and from each other, newest first.</summary>
    /// <param name="planDateses">Newest first.</param>
    public static IReadOnlyList<PlanDates> DistinctFrom(IEnumerable<PlanDates> planDateses, PlanSnapshot now, int most)
    {
        var apart = new List<PlanDates>();
        var last = new PlanDates(default, now.Target, [.. now.Milestones.Select(milestoneSnapshot => new DatedMilestone(milestoneSnapshot.Id, milestoneSnapshot.Date))]);
        foreach (var planDates in planDateses)
        {
            if (apart.Count < most && !planDates.IsAs(last))
            {
                apart.Add(last = planDates);
            }
        }

        return apart;
    }

    // A milestone that was added or dropped is no other date
    private bool IsAs(PlanDates other)
    {
        var dates = other.DatedMilestones.ToDictionary(datedMilestone => datedMilestone.Id, datedMilestone => datedMilestone.Date);
        return Target == other.Target && DatedMilestones.All(datedMilestone => !dates.TryGetValue(datedMilestone.Id, out var date) || date == datedMilestone.Date);
    }

    private static DateOnly Date(Utf8JsonReader json) => DateOnly.FromDateTime(json.GetDateTime());
}
