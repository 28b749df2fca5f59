using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Data;

namespace CareerCompass.Web.Pages.Layouts;

/// <summary>A lay-out as pages show it: its weeks, what does not fit, and where the ways out are.</summary>
/// <param name="Only">The goal that is laid out alone; null for all.</param>
/// <param name="Near">Weeks that are open to begin with.</param>
/// <param name="Guided">On the guided way, whose steps are the ways out.</param>
public sealed record LayoutView(LayoutBoard Board, Layout LaidOut, Guid? Only, DateOnly Today, int Near = 8, bool Guided = false)
{
    public IReadOnlyDictionary<Guid, Goal> Goals { get; } = Board.Goals.ToDictionary(goal => goal.Id);

    public IReadOnlyDictionary<Guid, PlanTask> Tasks { get; } = Board.Open.ToDictionary(task => task.Id);

    public ILookup<DateOnly, Layout.Part> Parts { get; } = LaidOut.Parts.ToLookup(part => part.Week);

    public DateOnly ThisWeek => IsoWeek.Monday(Today);

    /// <summary>The weeks that hold something, and those without hours.</summary>
    public IReadOnlyList<Layout.Week> Weeks => [.. LaidOut.Weeks.Where(week => week.Load > 0 || week.Capacity == 0)];

    /// <summary>How many tasks would come to lie elsewhere.</summary>
    public int Moves
    {
        get
        {
            var was = Board.Placements.Select(row => (row.TaskId, row.Week, row.Minutes, row.Pinned)).ToLookup(row => row.TaskId);
            var becomes = LaidOut.Parts.Select(part => (part.TaskId, part.Week, part.Minutes, part.Pinned)).ToLookup(row => row.TaskId);
            return Tasks.Keys.Where(id => Only is null || Tasks[id].GoalId == Only).Count(id => !was[id].Order().SequenceEqual(becomes[id].Order()));
        }
    }

    /// <summary>Where the hours are raised.</summary>
    public string RaiseAt(Layout.Miss miss) => Guided ? $"setup/goals/{miss.GoalId}/hours?hours={Uri.EscapeDataString(Duration.Text(miss.Raise ?? 0))}" : "settings/hours";

    /// <summary>Where the date is moved. A milestone's takes the whole route along, by as many days.</summary>
    public string MoveAt(Layout.Miss miss, DateOnly to) => (Guided, miss.MilestoneId) switch
    {
        (true, null) => $"setup/goals/{miss.GoalId}",
        (true, _) => $"setup/goals/{miss.GoalId}/milestones",
        (_, null) => $"goals/{miss.GoalId}/reschedule?to={to:yyyy-MM-dd}",
        (_, { } stop) => $"goals/{miss.GoalId}/reschedule?stop={stop}&by={to:yyyy-MM-dd}",
    };

    /// <summary>Where tasks are dropped.</summary>
    public string DropAt(Layout.Miss miss) => Guided ? $"setup/goals/{miss.GoalId}/tasks" : $"goals/{miss.GoalId}/rescope";
}
