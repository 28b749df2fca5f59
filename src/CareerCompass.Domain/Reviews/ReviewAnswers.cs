using System.Text.Json;

namespace CareerCompass.Domain.Reviews;

/// <summary>The stored form of a longer review's answers.</summary>
public sealed record ReviewAnswers(int Version, IReadOnlyList<ReviewAnswer> Answers)
{
    public const int CurrentVersion = 1;

    public static IReadOnlyList<ReviewAnswer> FromJson(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<ReviewAnswers>(json)!.Answers;

    public static string? ToJson(IReadOnlyList<ReviewAnswer> answers) =>
        answers.Count == 0 ? null : JsonSerializer.Serialize(new ReviewAnswers(CurrentVersion, answers));
}
