using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>What has become of a link that acts.</summary>
public enum EmailLinkState
{
    Unknown,
    Fresh,
    Used,
    Undone,

    /// <summary>Too old, or what it was about is gone or over.</summary>
    Expired,
}
