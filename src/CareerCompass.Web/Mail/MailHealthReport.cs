namespace CareerCompass.Web.Mail;

/// <param name="Fault">The most severe current fault.</param>
/// <param name="Waiting">Messages that will be retried, or that are long overdue.</param>
/// <param name="Failed">Messages that failed permanently in the last day and can be sent again.</param>
public sealed record MailHealthReport(MailFaultKind? Fault, int Waiting, int Failed)
{
    public bool IsHealthy => Waiting + Failed == 0;
}
