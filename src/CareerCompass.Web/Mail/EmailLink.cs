using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Mail;

/// <param name="UsedAt">When the link acted; null also when the person did it first.</param>
public sealed record EmailLink(
    EmailLinkState State,
    TokenPurpose Purpose,
    Guid OwnerId,
    Guid SubjectId,
    DateTime? UsedAt,
    string? NextStep = null,
    ReviewKind Kind = default,
    DateOnly Date = default
)
{
    public static readonly EmailLink Unknown = new(EmailLinkState.Unknown, default, default, default, null);
}
