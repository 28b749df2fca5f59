namespace CareerCompass.Web.Mail;

/// <summary>Where in a conversation a server may refuse.</summary>
public enum SmtpStep
{
    Greeting,
    StartTls,
    Auth,
    Sender,
    Recipient,
    Content,
}
