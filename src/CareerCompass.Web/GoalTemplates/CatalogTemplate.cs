using System.Text.Json;
using System.Text.RegularExpressions;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.GoalTemplates;

public sealed record CatalogTemplate(string Key, GoalTemplate Template);
