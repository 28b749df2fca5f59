namespace CareerCompass.Domain;

/// <summary>A violated domain rule. The message is an English key, localized by the web project.</summary>
public sealed class DomainRuleException(string field, string messageKey, params object[] arguments)
    : Exception(messageKey)
{
    /// <summary>The name of the invalid input; empty when there is no single one.</summary>
    public string Field { get; } = field;

    public string MessageKey { get; } = messageKey;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
