using System.Text.Json;
using System.Text.RegularExpressions;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.GoalTemplates;

/// <param name="Key">The name of its file without the ending.</param>
public sealed record CatalogTemplate(string Key, GoalTemplate Template);
