using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>Where a goal's course leads, as it stood when the prompt was raised.</summary>
public sealed record ForecastEvidence(
    DateOnly Target,
    DateOnly? P50,
    DateOnly? P80,
    int OpenMinutes,
    int PaceMinutes,
    int IdleDays
) : PromptEvidence
{
    /// <summary>Tasks still to do.</summary>
    public int Open { get; init; }

    /// <summary>Those among them that nobody has estimated.</summary>
    public int Unestimated { get; init; }

    public int Done { get; init; }

    /// <summary>Percent: the chance to make the target.</summary>
    public int? Chance { get; init; }

    /// <summary>Reads what a prompt has stored.</summary>
    public static ForecastEvidence FromJson(string json) => (ForecastEvidence)FromJson(PromptRule.OffCourse, json);
}
