namespace CareerCompass.Web.Pages.Goals;

/// <summary>A series as the goal page lists it.</summary>
/// <param name="TaskId">Its open occurrence.</param>
public sealed record RecurringTaskRow(
    Guid Id,
    string Title,
    string Rule,
    DateOnly StartsOn,
    DateOnly? Until,
    int? Minutes,
    Guid? TaskId,
    DateOnly? Day
);
