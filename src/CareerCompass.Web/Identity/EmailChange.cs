using CareerCompass.Domain;

namespace CareerCompass.Web.Identity;

/// <summary>
/// A change of e-mail address. A person's own request waits until the new address is confirmed; one by an administrator
/// or a command applies immediately.
/// </summary>
public sealed class EmailChange : OwnedEntity
{
    public static readonly TimeSpan ConfirmPeriod = TimeSpan.FromDays(7);

    public static readonly TimeSpan UndoPeriod = TimeSpan.FromDays(7);

    private EmailChange() { }

    /// <param name="normalizedTo">The new address as normalized by Identity.</param>
    public EmailChange(Guid ownerId, string from, string to, string normalizedTo, DateTime now)
        : base(ownerId) => (From, To, NormalizedTo, RequestedAt) = (from, to, normalizedTo, now);

    public string From { get; private set; } = "";

    /// <summary>The former address was confirmed, so it is notified and can undo the change.</summary>
    public bool IsTrusted { get; private set; }

    public string To { get; private set; } = "";

    public string NormalizedTo { get; private set; } = "";

    public DateTime RequestedAt { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The account's credentials when the address changed; see <see cref="CredentialSnapshots"/>.</summary>
    public string? CredentialSnapshot { get; private set; }

    public DateTime ConfirmUntil => RequestedAt + ConfirmPeriod;

    public DateTime UndoUntil => (DoneAt ?? RequestedAt) + UndoPeriod;

    public bool IsPendingAt(DateTime now) => DoneAt is null && EndedAt is null && now < ConfirmUntil;

    public bool CanBeUndoneAt(DateTime now) => IsTrusted && DoneAt is not null && EndedAt is null && now < UndoUntil;

    public void Complete(bool isTrusted, string marks, DateTime now) =>
        (IsTrusted, CredentialSnapshot, DoneAt) = (isTrusted, marks, now);

    public void End(DateTime now) => EndedAt ??= now;
}
