using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo;

/// <summary>A goal as the demo tells it. Days count from today: -30 is thirty days ago, 30 is thirty days ahead.</summary>
internal sealed record GoalStory
{
    /// <summary>The day on which it was set.</summary>
    public required int StartDay { get; init; }

    /// <summary>The target as first set.</summary>
    public required int Target { get; init; }

    public required string Title { get; init; }

    public required string Why { get; init; }

    public required string DoneWhen { get; init; }

    /// <summary>What its person expects to get in the way.</summary>
    public string? Obstacle { get; init; }

    public string? IfThen { get; init; }

    /// <summary>The name of a focus area of <see cref="DemoDirection"/>.</summary>
    public required string Area { get; init; }

    /// <summary>The title of an aspiration of <see cref="DemoDirection"/>.</summary>
    public string? Aspiration { get; init; }

    /// <summary>The goal that it is another path than, which ends on the day this one is set.</summary>
    public Detour? Predecessor { get; init; }

    public IReadOnlyList<StoryMilestone> Milestones { get; init; } = [];

    public IReadOnlyList<StoryTask> Tasks { get; init; } = [];

    public IReadOnlyList<StoryTripwire> Tripwires { get; init; } = [];

    public IReadOnlyList<StoryDecision> Decisions { get; init; } = [];

    /// <summary>What stood in the way, told now and then in check-ins.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>From this day on nobody looked at it in reviews.</summary>
    public int? ForgottenFrom { get; init; }

    public sealed record StoryMilestone(string Title, int Day);

    /// <param name="To">The index of the milestone it leads to.</param>
    /// <param name="Done">The day on which it was ticked.</param>
    /// <param name="ActualHours">Time invested as a share of the estimate; for an open task so far.</param>
    /// <param name="DroppedOn">For an open task, the day on which it was last worked on, when that was not lately.</param>
    /// <param name="Added">The day on which it joined the plan, when that was not the first.</param>
    public sealed record StoryTask(
        int To,
        string Title,
        double Hours,
        int? Done = null,
        double? ActualHours = null,
        string? Notes = null,
        int? Added = null,
        int? DroppedOn = null,
        string? IfThen = null
    )
    {
        public int Minutes => (int)(Hours * 60);

        public double Share => ActualHours ?? (Done is null ? 0 : 1);
    }

    /// <param name="Title">Of the goal that is left.</param>
    public sealed record Detour(string Title, Rationale Rationale);

    /// <summary>A premise, set with the goal.</summary>
    public sealed record StoryTripwire(string Premise, string Test, string Otherwise, int Day);

    /// <summary>Something that happened to the plan.</summary>
    /// <param name="Apply">Returns the correction, or null for a plain edit.</param>
    public sealed record StoryDecision(int Day, Func<GoalSimulation, Correction?> Apply);
}
