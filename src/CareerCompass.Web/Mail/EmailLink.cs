using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>A link that acts, and the one thing that it is about.</summary>
/// <param name="UsedAt">When it did that; null also when the person was faster.</param>
/// <param name="Text">The next step, as it was written.</param>
public sealed record EmailLink(
    EmailLinkState State,
    TokenPurpose Purpose,
    Guid OwnerId,
    Guid SubjectId,
    DateTime? UsedAt,
    string? Text = null,
    ReviewKind Kind = default,
    DateOnly Date = default
)
{
    public static readonly EmailLink Unknown = new(EmailLinkState.Unknown, default, default, default, null);
}
