namespace CareerCompass.Domain.Planning;

/// <summary>
/// Open tasks laid out in weeks: goal by goal, within a goal by the date of what a task leads to and then by its place,
/// each filling the hours that are left from the first week it may begin in. So it may span weeks; it never lies before
/// the end of what it comes after; and one that comes last moves no other. A pure function of a <see cref="LayoutPlan"/>.
/// </summary>
/// <param name="Parts">Where the tasks of the plan lie, pins included, in order of weeks.</param>
/// <param name="Weeks">From this one to the last that has anything in it.</param>
/// <param name="Misses">Milestones and targets that it does not meet.</param>
/// <param name="Guessed">Tasks without an estimate, which took <see cref="Guess"/>.</param>
/// <param name="Beyond">Tasks for which <see cref="MostWeeks"/> weeks had no room.</param>
/// <param name="Early">Tasks that are pinned before the end of what they come after.</param>
public sealed record Layout(
    IReadOnlyList<Layout.Part> Parts,
    IReadOnlyList<Layout.Week> Weeks,
    IReadOnlyList<Layout.Miss> Misses,
    IReadOnlyList<Guid> Guessed,
    IReadOnlyList<Guid> Beyond,
    IReadOnlyList<Guid> Early)
{
    /// <summary>Minutes that a task takes of which nobody said how long it takes.</summary>
    public const int Guess = 60;

    /// <summary>Weeks that are laid out: ten years.</summary>
    public const int MostWeeks = 522;

    /// <summary>Weeks that hold more than fits, by what the person pinned there or by series.</summary>
    public IEnumerable<Week> Overfull => Weeks.Where(week => week.Load > week.Capacity);

    /// <summary>Minutes of a task in a week.</summary>
    /// <param name="Week">Its Monday.</param>
    public sealed record Part(Guid GoalId, Guid TaskId, DateOnly Week, int Minutes, bool Pinned);

    /// <summary>A week's minutes: what can be done, what is given away, and how much of that by pins.</summary>
    public sealed record Week(DateOnly Monday, int Capacity, int Load, int Pinned);

    /// <summary>A date that is not met, in numbers, and what would help.</summary>
    /// <param name="MilestoneId">Null for the goal's target.</param>
    /// <param name="Needed">Minutes that have to be done by the date.</param>
    /// <param name="Available">Those of them that there is room for in weeks that end by then.</param>
    /// <param name="Raise">With so many minutes a week, from this week on, it would fit; null when no week is long enough.</param>
    /// <param name="Fits">The date by which it fits; null when it fits in no week that is laid out.</param>
    public sealed record Miss(Guid GoalId, Guid? MilestoneId, string Title, DateOnly Date, int Needed, int Available, int? Raise, DateOnly? Fits)
    {
        /// <summary>Minutes that would have to go.</summary>
        public int Drop => Needed - Available;
    }

    /// <exception cref="RuleBroken">Tasks wait for each other.</exception>
    public static Layout Of(LayoutPlan plan)
    {
        var calendar = new LayoutCalendar(plan);
        var goals = plan.Goals.Select(goal => new LayoutWork(goal, calendar)).ToList();
        goals.ForEach(goal => goal.Pin());
        var ahead = new int[MostWeeks];
        var misses = new List<Miss>();
        var fixedLoad = (int[])calendar.Load.Clone();
        foreach (var goal in goals)
        {
            goal.Fill();
            misses.AddRange(goal.Misses(fixedLoad, ahead));
            goal.AddTo(ahead);
        }

        var parts = goals.SelectMany(goal => goal.Parts).OrderBy(part => part.Week).ToList();
        var pinned = parts.Where(part => part.Pinned).GroupBy(part => part.Week).ToDictionary(week => week.Key, week => week.Sum(part => part.Minutes));
        var last = parts.Count == 0 ? 0 : Math.Min(MostWeeks - 1, calendar.At(parts[^1].Week));
        return new Layout(
            parts,
            [.. Enumerable.Range(0, last + 1).Select(week => new Week(calendar.Monday(week), calendar.Minutes(week), calendar.Load[week], pinned.GetValueOrDefault(calendar.Monday(week))))],
            [.. misses],
            [.. plan.Goals.SelectMany(goal => goal.Tasks).Where(task => task.Estimate is null).Select(task => task.Id)],
            [.. goals.SelectMany(goal => goal.Beyond)],
            [.. goals.SelectMany(goal => goal.Early)]);
    }
}
