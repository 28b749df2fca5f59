namespace CareerCompass.Browser.Tests.Support;

/// <summary>An app reached by a host name, which passkeys require.</summary>
public sealed class NamedStage() : Stage("localhost");
