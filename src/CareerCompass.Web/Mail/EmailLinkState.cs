namespace CareerCompass.Web.Mail;

public enum EmailLinkState
{
    Unknown,
    Unused,
    Used,
    Undone,

    Expired,
}
