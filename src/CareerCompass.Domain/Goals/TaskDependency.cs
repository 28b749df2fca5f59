namespace CareerCompass.Domain.Goals;

public sealed class TaskDependency : OwnedEntity
{
    private TaskDependency() { }

    public TaskDependency(PlanTask task, PlanTask dependsOn)
        : base(task.OwnerId)
    {
        if (task.GoalId != dependsOn.GoalId || task.Id == dependsOn.Id)
        {
            throw new DomainRuleException("After", "A task can only depend on another task of the same goal.");
        }

        (GoalId, TaskId, DependsOnId) = (task.GoalId, task.Id, dependsOn.Id);
    }

    public Guid GoalId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid DependsOnId { get; private set; }
}
