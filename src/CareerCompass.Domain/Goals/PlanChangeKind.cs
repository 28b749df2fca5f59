using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>What kind of difference a <see cref="PlanChange"/> is.</summary>
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
    TasksScheduled,
}
