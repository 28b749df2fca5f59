using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo;

/// <summary>The script of a demo goal. Days are relative to today: -30 is thirty days ago.</summary>
internal sealed record GoalStory
{
    public required int StartDay { get; init; }

    public required int TargetDay { get; init; }

    public required string Title { get; init; }

    public required string Why { get; init; }

    public required string DoneWhen { get; init; }

    public string? Obstacle { get; init; }

    public string? IfThen { get; init; }

    public required string Area { get; init; }

    public string? Aspiration { get; init; }

    /// <summary>The goal that this one replaces; it ends on the day this one starts.</summary>
    public ReplacedGoal? Predecessor { get; init; }

    public IReadOnlyList<StoryMilestone> Milestones { get; init; } = [];

    public IReadOnlyList<StoryTask> Tasks { get; init; } = [];

    public StoryRecurringTask? RecurringTask { get; init; }

    public IReadOnlyList<StoryTripwire> Tripwires { get; init; } = [];

    public IReadOnlyList<StoryDecision> Decisions { get; init; } = [];

    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>The day from which reviews skip this goal.</summary>
    public int? IgnoredFrom { get; init; }

    public sealed record StoryMilestone(string Title, int Day);

    /// <param name="TimeShare">Invested time as a fraction of the estimate; so far, for an open task.</param>
    /// <param name="LastWorkedDay">For an open task, the day it was last worked on, if not recently.</param>
    public sealed record StoryTask(
        int MilestoneIndex,
        string Title,
        double Hours,
        int? DoneDay = null,
        double? TimeShare = null,
        string? Notes = null,
        int? AddedDay = null,
        int? LastWorkedDay = null,
        string? IfThen = null
    )
    {
        public int Minutes => (int)(Hours * 60);

        public double Share => TimeShare ?? (DoneDay is null ? 0 : 1);
    }

    public sealed record StoryRecurringTask(string Title, string Rule, int Day, int Minutes);

    public sealed record ReplacedGoal(string Title, Rationale Rationale);

    public sealed record StoryTripwire(string Premise, string Test, string Otherwise, int Day);

    /// <param name="Apply">Returns the correction, or null for a plain edit.</param>
    public sealed record StoryDecision(int Day, Func<GoalSimulation, Correction?> Apply);
}
