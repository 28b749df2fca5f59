namespace CareerCompass.Domain;

/// <summary>A rule of the domain says no. The message is an English key with arguments, put into words by the web.</summary>
public sealed class DomainRuleException(string field, string messageKey, params object[] arguments)
    : Exception(messageKey)
{
    /// <summary>The input that has to change, as the domain names it; empty when no single one is to blame.</summary>
    public string Field { get; } = field;

    public string MessageKey { get; } = messageKey;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
