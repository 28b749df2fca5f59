namespace CareerCompass.Web.Mail;

public enum OutboxMessageState
{
    Pending,
    Sending,
    Sent,
    Failed,
    Skipped,
}
