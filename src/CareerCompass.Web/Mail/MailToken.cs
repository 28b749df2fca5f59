using System.Buffers.Text;
using System.Security.Cryptography;

namespace CareerCompass.Web.Mail;

/// <summary>A random token that went out in an e-mail. Only its hash is stored.</summary>
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

    /// <summary>SHA-256 of the token's text.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Whose it is: of an invitation, who made it.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The invitation that it leads to, which knows itself how long it lasts.</summary>
    public Guid? InviteId { get; private set; }

    /// <summary>The one thing that an action is about: a check-in, a review.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The address that it was mailed to, as Identity compares it: it works as long as the account has that address. Null for any.</summary>
    public string? Address { get; private set; }

    /// <summary>When an action was done, which happens once; null for what is no action.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>When it was taken back, which happens once.</summary>
    public DateTime? UndoneAt { get; private set; }

    public TokenPurpose Purpose { get; private set; }

    /// <summary>UTC; null when it never expires.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Makes a token; its text is to be found in the e-mail only.</summary>
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
            TokenPurpose.HandedReset => TimeSpan.FromHours(24),
            TokenPurpose.TickStep or TokenPurpose.Snooze => TimeSpan.FromDays(14),
            _ => null,
        };
}
