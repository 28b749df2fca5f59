namespace CareerCompass.Web.Mail;

public enum Speaker
{
    /// <summary>What neither side said: connected, encrypted, gave up.</summary>
    Note,
    App,
    Server,
}
