namespace CareerCompass.Web.Pages.Goals;

/// <param name="Week">The first week it is scheduled in.</param>
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
