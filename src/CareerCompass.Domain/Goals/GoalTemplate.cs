using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A reusable plan: milestones, tasks and recurring tasks, dated in weeks from the start.</summary>
public sealed record GoalTemplate
{
    public const int MaxMilestones = 30;

    /// <summary>The largest number that fits in one form.</summary>
    public const int MaxTasks = 150;

    public const int MaxRecurring = 30;

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

    public IReadOnlyList<TemplateRecurringTask> Recurring
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Days from the start to the target.</summary>
    [JsonIgnore]
    public int Length => (Weeks * 7) + Days;

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
        PlanScale.MoveAfterStart(milestone.Offset, Length, start, target);

    /// <summary>Minutes of all tasks, and of all occurrences of recurring tasks, of a plan that starts then.</summary>
    public int MinutesFrom(DateOnly start) =>
        Tasks.Sum(task => task.Minutes ?? 0)
        + CreateRecurringTasks(Guid.Empty, Guid.Empty, start, TargetFrom(start))
            .Sum(recurringTask => recurringTask.MinutesBetween(start, TargetFrom(start)));

    /// <summary>The recurring tasks in the template's order, scaled to the time from start to target.</summary>
    public IReadOnlyList<RecurringTask> CreateRecurringTasks(
        Guid ownerId,
        Guid goalId,
        DateOnly start,
        DateOnly target
    ) => [.. Recurring.Select(recurring => recurring.Create(ownerId, goalId, Length, start, target))];

    /// <summary>Adds the template's milestones and tasks to a goal.</summary>
    public AppliedTemplate ApplyTo(Goal goal, DateOnly today)
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
        var recurringTasks = CreateRecurringTasks(goal.OwnerId, goal.Id, goal.StartedOn, goal.Target);
        var occurrences = recurringTasks.Select(
            (recurringTask, index) =>
                recurringTask.CreateFirstOccurrence(today, goal.Tasks.Count + index + 1, Recurring[index].Notes)
        );
        return new AppliedTemplate(
            [
                .. Tasks.SelectMany(
                    (task, index) =>
                        (task.After ?? [])
                            .Distinct()
                            .Select(number => new TaskDependency(tasks[index], tasks[number - 1]))
                ),
            ],
            recurringTasks,
            [.. occurrences.OfType<PlanTask>()]
        );
    }
}
