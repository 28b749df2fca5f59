namespace CareerCompass.Domain.Corrections;

public sealed record ForecastEvidence(
    DateOnly Target,
    DateOnly? P50,
    DateOnly? P80,
    int OpenMinutes,
    int PaceMinutes,
    int IdleDays
) : PromptEvidence
{
    /// <summary>The end of the schedule; null in old rows and when the work does not fit.</summary>
    public DateOnly? PlanEnd { get; init; }

    public int Open { get; init; }

    public int Unestimated { get; init; }

    public int Done { get; init; }

    /// <summary>Chance of meeting the target, in percent.</summary>
    public int? Chance { get; init; }

    public static ForecastEvidence FromJson(string json) => (ForecastEvidence)FromJson(PromptRule.OffCourse, json);
}
