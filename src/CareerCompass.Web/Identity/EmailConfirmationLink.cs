namespace CareerCompass.Web.Identity;

public sealed record EmailConfirmationLink(AppUser User, EmailChange? Change);
