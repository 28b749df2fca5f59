using System.Buffers.Text;
using System.Security.Cryptography;

namespace CareerCompass.Web.Mail;

/// <summary>A random token from an e-mail. Only its hash is stored.</summary>
public sealed class MailToken
{
    private MailToken() { }

    private MailToken(
        byte[] hash,
        Guid userId,
        TokenPurpose purpose,
        DateTime now,
        Guid? inviteId,
        Guid? subjectId,
        string? address
    )
    {
        (Hash, UserId, Purpose, ExpiresAt) = (hash, userId, purpose, Lifetime(purpose) is { } life ? now + life : null);
        (InviteId, SubjectId, Address) = (inviteId, subjectId, address);
    }

    public byte[] Hash { get; private set; } = [];

    /// <summary>The holder; for an invitation, its maker.</summary>
    public Guid UserId { get; private set; }

    public Guid? InviteId { get; private set; }

    /// <summary>The row that the link acts on, such as a check-in or review.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The token is valid only while the account has this normalized address. Null for any.</summary>
    public string? Address { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public TokenPurpose Purpose { get; private set; }

    /// <summary>UTC; null when it never expires.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>The text is not stored.</summary>
    public static (MailToken Token, string Text) Create(
        Guid userId,
        TokenPurpose purpose,
        DateTime now,
        Guid? inviteId = null,
        Guid? subjectId = null,
        string? address = null
    )
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new MailToken(ComputeHash(text), userId, purpose, now, inviteId, subjectId, address), text);
    }

    public static byte[] ComputeHash(string text) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));

    private static TimeSpan? Lifetime(TokenPurpose purpose) =>
        purpose switch
        {
            TokenPurpose.ConfirmEmail
            or TokenPurpose.ChangeEmail
            or TokenPurpose.UndoEmail
            or TokenPurpose.FormerAddress => TimeSpan.FromDays(7),
            TokenPurpose.ResetPassword => TimeSpan.FromHours(2),
            TokenPurpose.AdminReset => TimeSpan.FromHours(24),
            TokenPurpose.CompleteNextStep or TokenPurpose.Snooze => TimeSpan.FromDays(14),
            _ => null,
        };
}
