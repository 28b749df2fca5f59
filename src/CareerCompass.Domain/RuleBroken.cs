namespace CareerCompass.Domain;

/// <summary>A rule of the domain says no. The message is an English key with arguments, put into words by the web.</summary>
public sealed class RuleBroken(string field, string key, params object[] arguments) : Exception(key)
{
    /// <summary>The input that has to change, as the domain names it; empty when no single one is to blame.</summary>
    public string Field { get; } = field;

    public string Key { get; } = key;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
