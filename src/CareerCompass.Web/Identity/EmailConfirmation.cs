using CareerCompass.Web.Data;

namespace CareerCompass.Web.Identity;

public enum EmailConfirmation
{
    Done,

    /// <summary>The link is unknown, used or too old, or what it was for is cancelled.</summary>
    Invalid,

    /// <summary>Another account has the address by now.</summary>
    Taken,
}

/// <summary>A link from an e-mail that confirms an address.</summary>
/// <param name="Change">The change that it completes; null when it confirms the address that the account has.</param>
public sealed record ConfirmLink(AppUser User, EmailChange? Change);
