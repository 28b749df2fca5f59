using System.Text.Json;
using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareerCompass.Web.Pages.Shared;

/// <param name="LoggedMinutes">Minutes logged for it before.</param>
public sealed record TimeSpentOffer(Guid TaskId, string Title, int? Estimate, int LoggedMinutes)
{
    private const string Key = "Took";

    /// <summary>The rest of the estimate, as <see cref="Duration.Parse"/> reads it.</summary>
    public string Suggested =>
        Estimate - LoggedMinutes is > 0 and <= Limits.MaxDayMinutes and var rest ? Duration.Format(rest) : "";

    public void Store(ITempDataDictionary data) => data[Key] = JsonSerializer.Serialize(this);

    /// <summary>Returns the offer of the previous page only once.</summary>
    public static TimeSpentOffer? Take(ITempDataDictionary data) =>
        data[Key] is string json ? JsonSerializer.Deserialize<TimeSpentOffer>(json) : null;
}
