namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Marks a page whose POST carries a token in its address instead of an antiforgery token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TokenInUrlAttribute : Attribute;
