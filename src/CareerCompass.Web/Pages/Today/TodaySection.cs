namespace CareerCompass.Web.Pages.Today;

public sealed record TodaySection(string Key, string Title, IReadOnlyList<TodayGroup> Groups);
