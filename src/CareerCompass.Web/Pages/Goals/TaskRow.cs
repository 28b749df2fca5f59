using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A task as a list shows it.</summary>
/// <param name="Week">The first week it is placed in.</param>
public sealed record TaskRow(
    Guid Id,
    string Title,
    int? Estimate,
    Guid? MilestoneId,
    DateOnly? DoneOn,
    bool HasNotes,
    DateOnly? Week = null,
    string? IfThen = null
);
