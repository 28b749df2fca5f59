using System.Text.Json;
using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>What the page after a tick asks: how long the task took.</summary>
/// <param name="Logged">Minutes that were logged for it before.</param>
public sealed record TimeSpentOffer(Guid TaskId, string Title, int? Estimate, int Logged)
{
    private const string Key = "Took";

    /// <summary>What is likely: the rest of the estimate, as <see cref="Duration.Parse"/> reads it.</summary>
    public string Suggested =>
        Estimate - Logged is > 0 and <= Limits.MaxDayMinutes and var rest ? Duration.Format(rest) : "";

    /// <summary>Keeps it for the next page.</summary>
    public void Leave(ITempDataDictionary data) => data[Key] = JsonSerializer.Serialize(this);

    /// <summary>What the page before left; once.</summary>
    public static TimeSpentOffer? Take(ITempDataDictionary data) =>
        data[Key] is string json ? JsonSerializer.Deserialize<TimeSpentOffer>(json) : null;
}
