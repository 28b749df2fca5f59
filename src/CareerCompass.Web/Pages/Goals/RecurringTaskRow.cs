namespace CareerCompass.Web.Pages.Goals;

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
