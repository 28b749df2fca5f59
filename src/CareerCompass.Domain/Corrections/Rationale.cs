using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>Why a person corrects course: reason and lesson in their words, and the cause if one is to blame.</summary>
public sealed record Rationale(string? Reason, Cause? Cause = null, string? Lesson = null);
