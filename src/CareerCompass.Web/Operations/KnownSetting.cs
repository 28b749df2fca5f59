namespace CareerCompass.Web.Operations;

/// <param name="IsList">Several values, numbered from 0, or one value with commas.</param>
public sealed record KnownSetting(
    string Key,
    string Default,
    string Description,
    bool IsSecret = false,
    bool IsList = false
);
