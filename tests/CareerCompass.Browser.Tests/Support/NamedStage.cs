namespace CareerCompass.Browser.Tests.Support;

/// <summary>A stage whose app is reached by a name, as passkeys want it.</summary>
public sealed class NamedStage() : Stage("localhost");
