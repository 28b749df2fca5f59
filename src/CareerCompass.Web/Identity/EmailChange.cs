using CareerCompass.Domain;

namespace CareerCompass.Web.Identity;

/// <summary>
/// An account's move to another e-mail address. One that the person asked for waits until the new address is confirmed;
/// one by an administrator or a command is done at once. For some days after, the former address can take it back.
/// </summary>
public sealed class EmailChange : OwnedEntity
{
    /// <summary>How long the new address can be confirmed.</summary>
    public static readonly TimeSpan ConfirmPeriod = TimeSpan.FromDays(7);

    /// <summary>How long the former address can take it back.</summary>
    public static readonly TimeSpan UndoPeriod = TimeSpan.FromDays(7);

    private EmailChange() { }

    /// <param name="toKey">The new address as Identity compares it.</param>
    public EmailChange(Guid ownerId, string from, string to, string toKey, DateTime now)
        : base(ownerId) => (From, To, ToKey, AskedAt) = (from, to, toKey, now);

    public string From { get; private set; } = "";

    /// <summary>The former address is known to be the person's, so it is told and can take the account back.</summary>
    public bool IsTrusted { get; private set; }

    public string To { get; private set; } = "";

    public string ToKey { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public DateTime? DoneAt { get; private set; }

    /// <summary>When it was cancelled, replaced by another one, or taken back.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What signed in to the account when the address changed; see <c>CredentialMarks</c>.</summary>
    public string? CredentialSnapshot { get; private set; }

    public DateTime ConfirmUntil => AskedAt + ConfirmPeriod;

    public DateTime UndoUntil => (DoneAt ?? AskedAt) + UndoPeriod;

    public bool IsPendingAt(DateTime now) => DoneAt is null && EndedAt is null && now < ConfirmUntil;

    public bool CanBeUndoneAt(DateTime now) => IsTrusted && DoneAt is not null && EndedAt is null && now < UndoUntil;

    public void Complete(bool isTrusted, string marks, DateTime now) =>
        (IsTrusted, CredentialSnapshot, DoneAt) = (isTrusted, marks, now);

    public void End(DateTime now) => EndedAt ??= now;
}
