using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Goals;

/// <summary>What a goal is for, and what will get in its way: mental contrasting with implementation intentions.</summary>
public sealed partial class Goal
{
    public Guid? FocusAreaId { get; private set; }

    public Guid? AspirationId { get; private set; }

    /// <summary>The goal whose path it left for another one; see <see cref="StartAnother"/>.</summary>
    public Guid? FromGoalId { get; private set; }

    /// <summary>What is most likely to get in the way.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>"If it is Tuesday 19:00, then I …"</summary>
    public string? IfThen { get; private set; }

    /// <summary>Says which part of the career it belongs to, and what it is for in the end.</summary>
    /// <exception cref="RuleBroken">One of them is somebody else's.</exception>
    public void Serve(FocusArea? area, Aspiration? aspiration)
    {
        if (area is not null && area.OwnerId != OwnerId)
        {
            throw new RuleBroken(nameof(FocusAreaId), "Choose one of your focus areas.");
        }

        if (aspiration is not null && aspiration.OwnerId != OwnerId)
        {
            throw new RuleBroken(nameof(AspirationId), "Choose one of your aspirations.");
        }

        (FocusAreaId, AspirationId) = (area?.Id, aspiration?.Id);
    }

    /// <summary>A focus area or an aspiration is no more: the goal lives on without it.</summary>
    public void Forget(Guid areaOrAspirationId)
    {
        FocusAreaId = FocusAreaId == areaOrAspirationId ? null : FocusAreaId;
        AspirationId = AspirationId == areaOrAspirationId ? null : AspirationId;
    }

    /// <summary>Notes what will get in the way, and what to do then.</summary>
    /// <exception cref="RuleBroken">A text is too long, or the goal has ended.</exception>
    public void Foresee(string? obstacle, string? ifThen)
    {
        RequireAlive();
        (Obstacle, IfThen) = (Limits.CheckLine(obstacle, nameof(Obstacle)), Limits.CheckLine(ifThen, nameof(IfThen)));
    }

    /// <summary>The same for one of its tasks.</summary>
    /// <exception cref="RuleBroken">A text is too long, or the goal has ended.</exception>
    public void Foresee(PlanTask task, string? obstacle, string? ifThen)
    {
        RequireAlive();
        task.Foresee(obstacle, ifThen);
    }
}
