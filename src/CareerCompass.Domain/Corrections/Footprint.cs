using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>
/// What a correction touched, each thing as it was and as the correction left it: enough to take it back, and to notice
/// what has moved on since.
/// </summary>
public sealed record Footprint(IReadOnlyList<Footprint.GoalMark> Goals, Footprint.HoursMark? Hours = null)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A goal that was touched.</summary>
    /// <param name="Was">Null for one that the correction made.</param>
    public sealed record GoalMark(Guid Id, string Title, GoalStand? Was, GoalStand Is, IReadOnlyList<StopMark> Stops, IReadOnlyList<StepMark> Steps);

    /// <param name="Was">Null for one that the correction made.</param>
    public sealed record StopMark(Guid Id, StopStand? Was, StopStand Is);

    /// <param name="Was">Null for one that the correction made.</param>
    public sealed record StepMark(Guid Id, StepStand? Was, StepStand Is);

    /// <summary>Minutes a week from a week on.</summary>
    /// <param name="Before">What was planned for that week.</param>
    /// <param name="Was">The same, when the week had a row of its own; null when it followed an earlier one.</param>
    public sealed record HoursMark(DateOnly Week, int Before, int? Was, int Is);

    public sealed record GoalStand(DateOnly Target, GoalState State, DateOnly? PausedUntil, DateOnly StartedOn, DateOnly? EndedOn)
    {
        internal static GoalStand Of(Goal goal) => new(goal.Target, goal.State, goal.PausedUntil, goal.StartedOn, goal.EndedOn);
    }

    public sealed record StopStand(string Title, DateOnly Date, DateOnly? ReachedOn, bool InTrash)
    {
        internal static StopStand Of(Milestone stop) => new(stop.Title, stop.Date, stop.ReachedOn, stop.TrashedAt is not null);
    }

    public sealed record StepStand(int? Estimate, Guid? MilestoneId, DateOnly? DoneOn, bool InTrash)
    {
        internal static StepStand Of(PlanTask task) => new(task.Estimate, task.MilestoneId, task.DoneOn, task.TrashedAt is not null);
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static Footprint Read(string json) => JsonSerializer.Deserialize<Footprint>(json, Json)!;

    /// <summary>The mark of a goal that a correction made, with all that is in it.</summary>
    internal static GoalMark Made(Goal goal) => new(
        goal.Id, goal.Title, null, GoalStand.Of(goal),
        [.. goal.Milestones.Select(stop => new StopMark(stop.Id, null, StopStand.Of(stop)))],
        [.. goal.Tasks.Select(task => new StepMark(task.Id, null, StepStand.Of(task)))]);

    /// <summary>A goal as it stands before it is touched.</summary>
    internal sealed class Look(Goal goal)
    {
        private readonly GoalStand stand = GoalStand.Of(goal);
        private readonly Dictionary<Guid, StopStand> stops = goal.Milestones.ToDictionary(stop => stop.Id, StopStand.Of);
        private readonly Dictionary<Guid, StepStand> steps = goal.Tasks.ToDictionary(task => task.Id, StepStand.Of);

        /// <summary>What is different by now.</summary>
        public GoalMark Mark() => new(
            goal.Id, goal.Title, stand, GoalStand.Of(goal),
            [.. goal.Milestones.Select(stop => new StopMark(stop.Id, stops.GetValueOrDefault(stop.Id), StopStand.Of(stop))).Where(mark => mark.Was != mark.Is)],
            [.. goal.Tasks.Select(task => new StepMark(task.Id, steps.GetValueOrDefault(task.Id), StepStand.Of(task))).Where(mark => mark.Was != mark.Is)]);
    }
}
