namespace CareerCompass.Domain.Corrections;

public sealed record Rationale(string? Reason, Cause? Cause = null, string? Lesson = null);
