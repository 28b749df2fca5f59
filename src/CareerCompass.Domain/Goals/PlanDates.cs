using System.Text;
using System.Text.Json;

namespace CareerCompass.Domain.Goals;

/// <summary>The target and milestone dates of an earlier plan, without tasks.</summary>
public sealed record PlanDates(
    DateOnly SupersededOn,
    DateOnly Target,
    IReadOnlyList<PlanDates.DatedMilestone> DatedMilestones
)
{
    /// <summary>Characters of revision JSON to read; enough for over a hundred milestones.</summary>
    public const int HeaderLength = 16_000;

    public sealed record DatedMilestone(Guid Id, DateOnly Date);

    /// <summary>Reads the dates from the start of a revision's JSON, which may be truncated.</summary>
    /// <returns>Null when not even the target could be read.</returns>
    public static PlanDates? FromSnapshotHeader(DateOnly until, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, default);
        DateOnly? target = null;
        Guid? id = null;
        var datedMilestones = new List<DatedMilestone>();
        while (
            reader.Read()
            && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(nameof(PlanSnapshot.Tasks)))
        )
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = (
                Target: reader.ValueTextEquals(nameof(PlanSnapshot.Target)),
                Id: reader.ValueTextEquals(nameof(PlanSnapshot.MilestoneSnapshot.Id)),
                Date: reader.ValueTextEquals(nameof(PlanSnapshot.MilestoneSnapshot.Date))
            );
            if (!reader.Read())
            {
                break;
            }

            if (name.Target)
            {
                target = Date(reader);
            }
            else if (name.Id)
            {
                id = reader.GetGuid();
            }
            else if (name.Date && id is { } milestoneId)
            {
                datedMilestones.Add(new DatedMilestone(milestoneId, Date(reader)));
            }
        }

        return target is { } day ? new PlanDates(until, day, datedMilestones) : null;
    }

    /// <summary>The plans whose dates differ from the current plan and from each other, newest first.</summary>
    public static IReadOnlyList<PlanDates> DistinctFrom(
        IEnumerable<PlanDates> earlierPlanDates,
        PlanSnapshot current,
        int max
    )
    {
        var distinct = new List<PlanDates>();
        var last = new PlanDates(
            default,
            current.Target,
            [
                .. current.Milestones.Select(milestoneSnapshot => new DatedMilestone(
                    milestoneSnapshot.Id,
                    milestoneSnapshot.Date
                )),
            ]
        );
        foreach (var planDates in earlierPlanDates)
        {
            if (distinct.Count < max && !planDates.HasSameDatesAs(last))
            {
                distinct.Add(last = planDates);
            }
        }

        return distinct;
    }

    // Added or dropped milestones do not count as a moved date
    private bool HasSameDatesAs(PlanDates other)
    {
        var dates = other.DatedMilestones.ToDictionary(
            datedMilestone => datedMilestone.Id,
            datedMilestone => datedMilestone.Date
        );
        return Target == other.Target
            && DatedMilestones.All(datedMilestone =>
                !dates.TryGetValue(datedMilestone.Id, out var date) || date == datedMilestone.Date
            );
    }

    private static DateOnly Date(Utf8JsonReader json) => DateOnly.FromDateTime(json.GetDateTime());
}
