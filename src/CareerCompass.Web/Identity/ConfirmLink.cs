namespace CareerCompass.Web.Identity;

public sealed record ConfirmLink(AppUser User, EmailChange? Change);
