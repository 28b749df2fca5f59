using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>How mail fares as a whole.</summary>
/// <param name="Fault">What is worst of what goes wrong; null when nothing does, or when nobody delivers.</param>
/// <param name="Waiting">Messages that failed and go again, or that nobody has tried for long.</param>
/// <param name="Failed">Messages that failed for good in the last day and could be sent again.</param>
public sealed record MailHealthReport(MailFaultKind? Fault, int Waiting, int Failed)
{
    public bool IsWell => Waiting + Failed == 0;
}
