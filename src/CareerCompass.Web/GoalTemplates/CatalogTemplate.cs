using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.GoalTemplates;

public sealed record CatalogTemplate(string Key, GoalTemplate Template);
