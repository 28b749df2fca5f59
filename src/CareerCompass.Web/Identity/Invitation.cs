using CareerCompass.Domain;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Lets one person open an account. Its links are tokens of purpose Invitation: one that was shown to be copied, or one
/// for each time its mail was tried.
/// </summary>
public sealed class Invitation : Entity
{
    /// <summary>How long an invitation lasts, unless its maker says otherwise.</summary>
    public const int DefaultDays = 14;

    public const int MaxDays = 90;

    private Invitation() { }

    public Invitation(Guid madeBy, string? email, bool isSentByEmail, int days, DateTime now) =>
        (MadeBy, Email, IsSentByEmail, MadeAt, ExpiresAt) = (madeBy, email, isSentByEmail, now, now.AddDays(days));

    /// <summary>The administrator. An invitation goes when the account goes that it came from.</summary>
    public Guid MadeBy { get; private set; }

    /// <summary>Whom it is for; null when it is for whoever has the link.</summary>
    public string? Email { get; private set; }

    /// <summary>The link went to the address and nowhere else: whoever has it reads the mail there.</summary>
    public bool IsSentByEmail { get; private set; }

    public DateTime MadeAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>Who opened an account by it; null also when that account is gone.</summary>
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

    /// <exception cref="DomainRuleException">It was used before.</exception>
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
