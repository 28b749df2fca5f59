namespace CareerCompass.Web.Mail;

public enum SmtpStep
{
    Greeting,
    StartTls,
    Auth,
    Sender,
    Recipient,
    Content,
}
