using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Planning;

public sealed record ScheduleInputs
{
    public required DateOnly Today { get; init; }

    /// <summary>Goals by priority, highest first.</summary>
    public required IReadOnlyList<SchedulableGoal> Goals { get; init; }

    /// <summary>Weekly capacity by first week, oldest first.</summary>
    public required IReadOnlyList<WeekMinutes> Capacities { get; init; }

    public IReadOnlyList<DaySpan> DaysOff { get; init; } = [];

    /// <param name="minutes">Additional minutes in every week.</param>
    public ScheduleInputs WithMoreCapacity(int minutes)
    {
        IReadOnlyList<WeekMinutes> rows =
            Capacities.Count > 0 ? Capacities : [new(IsoWeek.Monday(Today), Person.DefaultWeeklyMinutes)];
        return this with { Capacities = [.. rows.Select(row => row with { Minutes = row.Minutes + minutes })] };
    }

    public ScheduleInputs WithoutDependencies() =>
        this with
        {
            Goals =
            [
                .. Goals.Select(goal =>
                    goal with
                    {
                        Tasks = [.. goal.Tasks.Select(task => task with { DependsOn = [] })],
                    }
                ),
            ],
        };
}
