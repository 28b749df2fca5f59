using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Goals;

/// <summary>What a goal is for, and what will get in its way: mental contrasting with implementation intentions.</summary>
public sealed partial class Goal
{
    public Guid? FocusAreaId { get; private set; }

    public Guid? AspirationId { get; private set; }

    /// <summary>The goal whose path it left for another one; see <see cref="StartNewPath"/>.</summary>
    public Guid? PredecessorGoalId { get; private set; }

    /// <summary>What is most likely to get in the way.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>"If it is Tuesday 19:00, then I …"</summary>
    public string? IfThen { get; private set; }

    /// <summary>Says which part of the career it belongs to, and what it is for in the end.</summary>
    /// <exception cref="DomainRuleException">One of them is somebody else's.</exception>
    public void AlignWith(FocusArea? area, Aspiration? aspiration)
    {
        if (area is not null && area.OwnerId != OwnerId)
        {
            throw new DomainRuleException(nameof(FocusAreaId), "Choose one of your focus areas.");
        }

        if (aspiration is not null && aspiration.OwnerId != OwnerId)
        {
            throw new DomainRuleException(nameof(AspirationId), "Choose one of your aspirations.");
        }

        (FocusAreaId, AspirationId) = (area?.Id, aspiration?.Id);
    }

    /// <summary>A focus area or an aspiration is no more: the goal lives on without it.</summary>
    public void RemoveAlignment(Guid areaOrAspirationId)
    {
        FocusAreaId = FocusAreaId == areaOrAspirationId ? null : FocusAreaId;
        AspirationId = AspirationId == areaOrAspirationId ? null : AspirationId;
    }

    /// <summary>Notes what will get in the way, and what to do then.</summary>
    /// <exception cref="DomainRuleException">A text is too long, or the goal has ended.</exception>
    public void PlanForObstacle(string? obstacle, string? ifThen)
    {
        RequireNotEnded();
        (Obstacle, IfThen) = (
            Limits.CheckShortText(obstacle, nameof(Obstacle)),
            Limits.CheckShortText(ifThen, nameof(IfThen))
        );
    }

    /// <summary>The same for one of its tasks.</summary>
    /// <exception cref="DomainRuleException">A text is too long, or the goal has ended.</exception>
    public void PlanForObstacle(PlanTask task, string? obstacle, string? ifThen)
    {
        RequireNotEnded();
        task.PlanForObstacle(obstacle, ifThen);
    }
}
