using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>Taking a correction back.</summary>
public sealed partial class Goal
{
    /// <exception cref="RuleBroken">Something that the correction touched is no longer as it left it.</exception>
    internal void CheckUntouched(Footprint.GoalMark mark)
    {
        if (TrashedAt is not null || Footprint.GoalStand.Of(this) != mark.Is)
        {
            throw Moved(Title);
        }

        foreach (var stop in mark.Stops)
        {
            var now = milestones.Find(milestone => milestone.Id == stop.Id);
            if (now is null || Footprint.StopStand.Of(now) != stop.Is)
            {
                throw Moved(now?.Title ?? stop.Is.Title);
            }
        }

        foreach (var step in mark.Steps)
        {
            var now = tasks.Find(task => task.Id == step.Id);
            if (now is null || Footprint.StepStand.Of(now) != step.Is)
            {
                throw Moved(now?.Title ?? Title);
            }
        }
    }

    internal void TakeBack(Footprint.GoalMark mark, DateTime now)
    {
        if (mark.Was is not { } was)
        {
            Trash(now);
            return;
        }

        (Target, State, PausedUntil, StartedOn, EndedOn) = (was.Target, was.State, was.PausedUntil, was.StartedOn, was.EndedOn);
        foreach (var stop in mark.Stops)
        {
            milestones.Single(milestone => milestone.Id == stop.Id).Put(stop.Was ?? stop.Is with { InTrash = true }, now);
        }

        foreach (var step in mark.Steps)
        {
            tasks.Single(task => task.Id == step.Id).Put(step.Was ?? step.Is with { InTrash = true }, now);
        }
    }

    private static RuleBroken Moved(string title) =>
        new("", "“{0}” was ticked, reached or changed since. Undoing this would lose that, so it stays.", title);
}
