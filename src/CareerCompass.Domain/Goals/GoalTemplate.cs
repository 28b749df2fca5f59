using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareerCompass.Domain.Goals;

/// <summary>A plan that any number of goals can start from: milestones and tasks, dated by weeks from a start.</summary>
public sealed record GoalTemplate
{
    public const int MaxMilestones = 30;

    /// <summary>As many as one form can carry.</summary>
    public const int MaxTasks = 150;

    public const int MaxWeeks = 520;

    /// <summary>Characters in a summary, and in one example.</summary>
    public const int MaxSentenceLength = 600;

    /// <summary>What is misspelt in a file is told rather than left out without a word.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the template is called: "A promotion".</summary>
    public string Title { get; init; } = "";

    public string? Summary { get; init; }

    /// <summary>Whom it suits.</summary>
    public string? For { get; init; }

    /// <summary>The goal in one sentence, as the person would say it.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Examples of why it may matter.</summary>
    public IReadOnlyList<string> Why
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Examples of what "done" may look like; the first is offered as text.</summary>
    public IReadOnlyList<string> DoneWhen
    {
        get;
        init => field = value ?? [];
    } = [];

    public int Weeks { get; init; }

    /// <summary>Days on top of <see cref="Weeks"/>.</summary>
    public int Days { get; init; }

    /// <summary>Hours a week that carry it; null when nobody said.</summary>
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

    /// <summary>Minutes of all its tasks.</summary>
    [JsonIgnore]
    public int Minutes => Tasks.Sum(task => task.Minutes ?? 0);

    /// <param name="Week">Weeks after the start, and <paramref name="Day"/> days on top.</param>
    public sealed record TemplateMilestone(string Title, int Week, int Day = 0)
    {
        [JsonIgnore]
        public int Offset => (Week * 7) + Day;
    }

    /// <param name="Minutes">How long it takes; null when nobody knows.</param>
    /// <param name="Milestone">The number of the milestone it leads to, counted from 1.</param>
    /// <param name="After">The numbers of earlier tasks that it waits for, counted from 1.</param>
    public sealed record TemplateTask(
        string Title,
        int? Minutes = null,
        int? Milestone = null,
        string? Notes = null,
        IReadOnlyList<int>? After = null
    );

    /// <exception cref="JsonException">It is no JSON, or says what no template has.</exception>
    public static GoalTemplate FromJson(string json) =>
        JsonSerializer.Deserialize<GoalTemplate>(json, Json) ?? throw new JsonException("The file is empty.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The day that a target falls on without another wish.</summary>
    public DateOnly TargetFrom(DateOnly start) => start.AddDays(Length);

    /// <summary>The day of a milestone, in proportion to the time from start to target; never the first day, never after the target.</summary>
    public DateOnly DateOf(TemplateMilestone milestone, DateOnly start, DateOnly target) =>
        InterpolateDate(milestone.Offset, Length, start, target);

    /// <summary>Adds its milestones and tasks to a goal, from the goal's start to its target.</summary>
    /// <returns>Which of the tasks come after which.</returns>
    /// <exception cref="DomainRuleException">See <see cref="Goals.Goal.AddTask"/>.</exception>
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
