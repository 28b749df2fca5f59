namespace CareerCompass.Web.Identity;

public enum EmailConfirmation
{
    Done,

    /// <summary>The link is unknown, used or too old, or what it was for is cancelled.</summary>
    Invalid,

    /// <summary>Another account has the address by now.</summary>
    Taken,
}
