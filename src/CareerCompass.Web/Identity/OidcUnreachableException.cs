namespace CareerCompass.Web.Identity;

/// <summary>The provider does not answer, or what it publishes about itself cannot be used.</summary>
public sealed class OidcUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
