namespace CareerCompass.Web.Pages.EmailLinks;

/// <summary>What the link shows by which a former address takes the account back.</summary>
/// <param name="Address">The former address.</param>
public sealed record EmailUndo(string Address, bool Works);
