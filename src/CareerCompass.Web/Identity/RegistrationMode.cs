namespace CareerCompass.Web.Identity;

public enum RegistrationMode
{
    Open,

    Invite,

    Closed,
}
