namespace CareerCompass.Web.Pages.EmailLinks;

/// <param name="Address">The former address.</param>
public sealed record EmailUndo(string Address, bool CanUndo);
