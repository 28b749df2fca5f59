using CareerCompass.Domain;

namespace CareerCompass.Web.Identity;

/// <summary>Its links are tokens of purpose Invitation: one for copying, or one per attempt to e-mail it.</summary>
public sealed class Invitation : Entity
{
    public const int DefaultDays = 14;

    public const int MaxDays = 90;

    private Invitation() { }

    public Invitation(Guid createdBy, string? email, bool isSentByEmail, int days, DateTime now) =>
        (CreatedBy, Email, IsSentByEmail, CreatedAt, ExpiresAt) = (
            createdBy,
            email,
            isSentByEmail,
            now,
            now.AddDays(days)
        );

    /// <summary>Deleting this administrator's account deletes the invitation.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>Null when anyone with the link may use it.</summary>
    public string? Email { get; private set; }

    /// <summary>The link was only e-mailed, so using it proves access to the mailbox.</summary>
    public bool IsSentByEmail { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public Guid? UsedBy { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public InvitationState StateAt(DateTime now) =>
        this switch
        {
            { UsedAt: not null } => InvitationState.Used,
            { RevokedAt: not null } => InvitationState.Revoked,
            _ => ExpiresAt <= now ? InvitationState.Expired : InvitationState.Open,
        };

    public void Use(Guid userId, DateTime now) => (UsedAt, UsedBy) = (now, userId);

    public void Revoke(DateTime now)
    {
        if (UsedAt is not null)
        {
            throw new DomainRuleException(
                "",
                "This invitation has already been used, so it cannot be revoked. You can disable the account under "
                    + "People."
            );
        }

        RevokedAt ??= now;
    }
}
