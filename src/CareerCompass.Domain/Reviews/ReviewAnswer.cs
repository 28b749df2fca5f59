using System.Text.Json;

namespace CareerCompass.Domain.Reviews;

/// <summary>A question as it was asked, and what was said.</summary>
public sealed record ReviewAnswer(string Key, string Question, string Text);
