namespace CareerCompass.Web.Identity;

public sealed class OidcUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
