namespace CareerCompass.Web.Identity;

public sealed record LinkedSignIn(string Key, string Issuer, bool IsUsable);
