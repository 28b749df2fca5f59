namespace CareerCompass.Web.Mail;

public enum SmtpStage
{
    Greeting,
    StartTls,
    Auth,
    Sender,
    Recipient,
    Content,
}
