namespace CareerCompass.Domain.Goals;

public enum PlanChangeKind
{
    Renamed,
    TargetMoved,
    StateChanged,
    CapacityRaised,
    MilestoneSplit,
    MilestonesAdded,
    MilestonesDropped,
    MilestoneMoved,
    MilestoneRenamed,
    TasksAdded,
    TasksDropped,
    TasksTakenOver,
    TasksMoved,
    TasksReestimated,
    TasksRenamed,
    TasksReordered,
    TasksPinned,
}
