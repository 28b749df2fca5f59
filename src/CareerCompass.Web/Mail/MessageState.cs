using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Mail;

public enum MessageState
{
    Pending,
    Sending,
    Sent,
    Failed,
    Skipped,
}
