using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    public Guid? FocusAreaId { get; private set; }

    public Guid? AspirationId { get; private set; }

    /// <summary>The goal that this one replaced; see <see cref="StartNewPath"/>.</summary>
    public Guid? PredecessorGoalId { get; private set; }

    /// <summary>What is most likely to get in the way (mental contrasting).</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The response to the obstacle (implementation intention): "If it is Tuesday 19:00, then I …".</summary>
    public string? IfThen { get; private set; }

    /// <exception cref="DomainRuleException">The focus area or aspiration belongs to another person.</exception>
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

    public void RemoveAlignment(Guid areaOrAspirationId)
    {
        FocusAreaId = FocusAreaId == areaOrAspirationId ? null : FocusAreaId;
        AspirationId = AspirationId == areaOrAspirationId ? null : AspirationId;
    }

    /// <exception cref="DomainRuleException">A text is too long, or the goal has ended.</exception>
    public void PlanForObstacle(string? obstacle, string? ifThen)
    {
        RequireNotEnded();
        (Obstacle, IfThen) = (
            Limits.CheckShortText(obstacle, nameof(Obstacle)),
            Limits.CheckShortText(ifThen, nameof(IfThen))
        );
    }

    public void PlanForObstacle(PlanTask task, string? obstacle, string? ifThen)
    {
        RequireNotEnded();
        task.PlanForObstacle(obstacle, ifThen);
    }
}
