namespace CareerCompass.Web.Identity;

/// <summary>A link from an e-mail that confirms an address.</summary>
/// <param name="Change">The change that it completes; null when it confirms the address that the account has.</param>
public sealed record ConfirmLink(AppUser User, EmailChange? Change);
