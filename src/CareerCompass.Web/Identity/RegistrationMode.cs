namespace CareerCompass.Web.Identity;

public enum RegistrationMode
{
    /// <summary>Whoever comes may open an account.</summary>
    Open,

    /// <summary>Whoever was invited.</summary>
    Invite,

    /// <summary>Nobody.</summary>
    Closed,
}
