using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareerCompass.Domain.Goals;

/// <summary>A reusable plan: milestones and tasks, dated in weeks from the start.</summary>
public sealed record GoalTemplate
{
    public const int MaxMilestones = 30;

    /// <summary>The largest number that fits in one form.</summary>
    public const int MaxTasks = 150;

    public const int MaxWeeks = 520;

    public const int MaxSentenceLength = 600;

    /// <summary>Unknown members are rejected, so that typos in a file are reported.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Title { get; init; } = "";

    public string? Summary { get; init; }

    public string? For { get; init; }

    /// <summary>The goal in one sentence, in the person's own voice.</summary>
    public string Goal { get; init; } = "";

    public IReadOnlyList<string> Why
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Examples of what "done" may look like; the first is the default.</summary>
    public IReadOnlyList<string> DoneWhen
    {
        get;
        init => field = value ?? [];
    } = [];

    public int Weeks { get; init; }

    /// <summary>Days in addition to <see cref="Weeks"/>.</summary>
    public int Days { get; init; }

    public decimal? HoursAWeek { get; init; }

    public IReadOnlyList<TemplateMilestone> Milestones
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<TemplateTask> Tasks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Days from the start to the target.</summary>
    [JsonIgnore]
    public int Length => (Weeks * 7) + Days;

    [JsonIgnore]
    public int Minutes => Tasks.Sum(task => task.Minutes ?? 0);

    /// <param name="Week">Weeks after the start, plus <paramref name="Day"/> days.</param>
    public sealed record TemplateMilestone(string Title, int Week, int Day = 0)
    {
        [JsonIgnore]
        public int Offset => (Week * 7) + Day;
    }

    /// <param name="Milestone">One-based number of the task's milestone.</param>
    /// <param name="After">One-based numbers of earlier tasks that it depends on.</param>
    public sealed record TemplateTask(
        string Title,
        int? Minutes = null,
        int? Milestone = null,
        string? Notes = null,
        IReadOnlyList<int>? After = null
    );

    /// <exception cref="JsonException">The JSON is invalid or contains unknown members.</exception>
    public static GoalTemplate FromJson(string json) =>
        JsonSerializer.Deserialize<GoalTemplate>(json, Json) ?? throw new JsonException("The file is empty.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public DateOnly TargetFrom(DateOnly start) => start.AddDays(Length);

    /// <summary>A milestone's date, scaled to the time from start to target and always after the start.</summary>
    public DateOnly DateOf(TemplateMilestone milestone, DateOnly start, DateOnly target) =>
        InterpolateDate(milestone.Offset, Length, start, target);

    /// <summary>Adds the template's milestones and tasks to a goal.</summary>
    /// <returns>The dependencies between the new tasks.</returns>
    public IReadOnlyList<TaskDependency> ApplyTo(Goal goal, DateOnly today)
    {
        var milestones = Milestones
            .Select(milestone =>
                goal.AddMilestone(milestone.Title, DateOf(milestone, goal.StartedOn, goal.Target), today)
            )
            .ToList();
        var tasks = Tasks
            .Select(task =>
                goal.AddTask(
                    task.Title,
                    task.Minutes,
                    task.Milestone is { } number ? milestones[number - 1].Id : null,
                    task.Notes
                )
            )
            .ToList();
        return
        [
            .. Tasks.SelectMany(
                (task, index) =>
                    (task.After ?? []).Distinct().Select(number => new TaskDependency(tasks[index], tasks[number - 1]))
            ),
        ];
    }

    internal static DateOnly InterpolateDate(int offset, int length, DateOnly start, DateOnly target)
    {
        var days = Math.Max(1L, target.DayNumber - start.DayNumber);
        var divisor = Math.Max(1L, length);
        return start.AddDays((int)Math.Clamp(((2 * offset * days) + divisor) / (2 * divisor), 1, days));
    }
}
