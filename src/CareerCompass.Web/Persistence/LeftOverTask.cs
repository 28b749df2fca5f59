namespace CareerCompass.Web.Persistence;

/// <param name="Week">The last week in which it was to be finished.</param>
public sealed record LeftOverTask(Guid TaskId, DateOnly Week);
