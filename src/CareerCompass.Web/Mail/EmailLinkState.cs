using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

public enum EmailLinkState
{
    Unknown,
    Fresh,
    Used,
    Undone,

    Expired,
}
