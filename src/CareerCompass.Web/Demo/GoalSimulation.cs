using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using static CareerCompass.Web.Demo.GoalStory;

namespace CareerCompass.Web.Demo;

internal sealed class GoalSimulation(GoalStory story, DateOnly end)
{
    private readonly Dictionary<StoryTask, PlanTask> tasks = [];
    private readonly List<(DateOnly Day, StoryTask StoryTask, int Minutes)> sessions = [];
    private readonly List<Milestone> milestones = [];

    public GoalStory Story => story;

    /// <summary>Null until the simulated day on which it is created.</summary>
    public Goal? Goal { get; private set; }

    public Revision? LatestRevision { get; set; }

    public Correction? LastCorrection { get; set; }

    public DateOnly Today { get; private set; }

    public DateTime Now { get; private set; }

    public DateOnly? LastTimeEntryOn { get; private set; }

    public DateOnly? LastCheckInOn { get; set; }

    public int CheckIns { get; set; }

    public CheckIn? LastCheckIn { get; set; }

    public DateOnly DayToDate(int day) => end.AddDays(day);

    public void AdvanceTo(DateOnly today, DateTime now) => (Today, Now) = (today, now);

    public Goal Start(Guid ownerId) =>
        Start(new Goal(ownerId, story.Title, story.Why, story.DoneWhen, DayToDate(story.TargetDay), Today));

    public Goal Start(Goal goal)
    {
        Goal = goal;
        Goal.PlanForObstacle(story.Obstacle, story.IfThen);
        milestones.AddRange(
            story.Milestones.Select(storyMilestone =>
                Goal.AddMilestone(storyMilestone.Title, DayToDate(storyMilestone.Day), Today)
            )
        );
        return Goal;
    }

    public bool AddTasksOfToday()
    {
        var joining = story.Tasks.Where(storyTask => DayToDate(storyTask.AddedDay ?? story.StartDay) == Today).ToList();
        foreach (var storyTask in joining)
        {
            tasks[storyTask] = Goal!.AddTask(
                storyTask.Title,
                storyTask.Minutes,
                milestones[storyTask.MilestoneIndex].Id,
                storyTask.Notes
            );
            Goal.PlanForObstacle(tasks[storyTask], null, storyTask.IfThen);
        }

        return joining.Count > 0;
    }

    /// <summary>Distributes time entries over free evenings, backwards from the day a task was done.</summary>
    public void LogTime(Dictionary<int, int> taken, Func<DateOnly, bool> off)
    {
        foreach (var (storyTask, index) in story.Tasks.Select((storyTask, index) => (storyTask, index)))
        {
            var left = (int)Math.Round(storyTask.Minutes * storyTask.Share / 15) * 15;
            for (var day = storyTask.DoneDay ?? storyTask.LastWorkedDay ?? -1 - (index % 3); left > 0; day--)
            {
                if (day <= (storyTask.AddedDay ?? story.StartDay))
                {
                    throw new InvalidOperationException($"There is no time for “{storyTask.Title}” before it is done.");
                }

                var minutes = Math.Min(left, 60 + (15 * Math.Abs((day + index) % 5)));
                var there = taken.GetValueOrDefault(day);
                if (there < 90 && !off(DayToDate(day)))
                {
                    taken[day] = there + minutes;
                    sessions.Add((DayToDate(day), storyTask, minutes));
                    left -= minutes;
                    day -= Math.Abs(day % 2);
                }
            }
        }
    }

    public IEnumerable<TimeEntry> TimeEntries()
    {
        foreach (var (day, storyTask, minutes) in sessions.Where(session => session.Day == Today))
        {
            LastTimeEntryOn = day;
            yield return new TimeEntry(Goal!.OwnerId, Goal.Id, tasks[storyTask].Id, day, minutes, Today);
        }
    }

    public void MarkDone()
    {
        foreach (var (storyTask, task) in tasks.Where(pair => pair.Key.DoneDay is { } done && DayToDate(done) == Today))
        {
            task.MarkDone(Today, Now);
        }
    }

    public IEnumerable<PastTask> PastTasks() =>
        from pair in tasks
        where pair.Value.TrashedAt is null
        let first = sessions
            .Where(session => session.StoryTask == pair.Key && session.Day <= Today)
            .Min(session => (DateOnly?)session.Day)
        where first is not null || pair.Value.IsDone
        select new PastTask(
            Goal!.Id,
            pair.Value.Estimate!.Value,
            first < pair.Value.DoneOn || pair.Value.DoneOn is null ? first!.Value : pair.Value.DoneOn.Value,
            pair.Value.DoneOn
        );

    /// <summary>Null before its first day, or when the story has none.</summary>
    public RecurringTask? RecurringTask { get; private set; }

    /// <returns>The recurring task, on its first day.</returns>
    public RecurringTask? StartRecurringTask()
    {
        if (story.RecurringTask is not { } recurring || DayToDate(recurring.Day) != Today)
        {
            return null;
        }

        return RecurringTask = new RecurringTask(
            Goal!.OwnerId,
            Goal.Id,
            recurring.Title,
            recurring.Rule,
            Today,
            null,
            recurring.Minutes
        );
    }

    public SchedulableGoal ToSchedulable()
    {
        var goal = PlanSnapshot.From(Goal!).ToSchedulable(Goal!.Id, null);
        var days =
            Goal.State == GoalState.Active
                ? RecurringTask?.OccurrenceDates(Today, Today.AddDays(7 * Schedule.MaxWeeks))
                : null;
        var logged = sessions
            .Where(session => session.Day <= Today && tasks.ContainsKey(session.StoryTask))
            .GroupBy(session => tasks[session.StoryTask].Id)
            .ToDictionary(task => task.Key, task => task.Sum(session => session.Minutes));
        return goal with
        {
            RecurringMinutes =
            [
                .. (days ?? []).Select(day => new WeekMinutes(IsoWeek.Monday(day), RecurringTask!.Minutes!.Value)),
            ],
            Tasks = [.. goal.Tasks.Select(task => task with { LoggedMinutes = logged.GetValueOrDefault(task.Id) })],
        };
    }

    public PlanTask Task(string title) => Goal!.UntrashedTasks.Single(task => task.Title == title);

    public Dictionary<Guid, DateOnly> Dates(params (int Stop, int Day)[] dates) =>
        dates.ToDictionary(date => milestones[date.Stop].Id, date => DayToDate(date.Day));

    public string? NextStep() => Goal!.UntrashedTasks.FirstOrDefault(task => !task.IsDone)?.Title;

    /// <summary>Computes what <see cref="GoalQueries.Facts"/> would read from the database.</summary>
    public GoalFacts Facts()
    {
        var open = Goal!.UntrashedTasks.Where(task => !task.IsDone).ToList();
        var done = Goal.UntrashedTasks.Where(task => task.IsDone).ToList();
        return new GoalFacts
        {
            Id = Goal.Id,
            OwnerId = Goal.OwnerId,
            Title = Goal.Title,
            State = Goal.State,
            PausedUntil = Goal.PausedUntil,
            Target = Goal.Target,
            StartedOn = Goal.StartedOn,
            Open = open.Count,
            OpenEstimated = open.Count,
            OpenMinutes = open.Sum(task => task.Estimate!.Value),
            Done = done.Count,
            DoneEstimated = done.Count,
            DoneMinutes = done.Sum(task => task.Estimate!.Value),
            LastTaskDoneOn = done.Max(task => task.DoneOn),
            LastTimeEntryOn = LastTimeEntryOn,
            LastCheckInOn = LastCheckInOn,
        };
    }
}
