using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Mail;

/// <summary>
/// Rendered when sent, so that the outbox holds no plan data. Its id forms the Message-Id of all attempts.
/// </summary>
public sealed class OutboxMessage : OwnedEntity
{
    public const int MaxDetailLength = 200;

    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Delays after the first, second … failed attempt; together a little over two days.</summary>
    private static readonly TimeSpan[] RetryDelays =
    [
        .. new[] { 1, 2, 5, 10, 30, 60, 120, 240, 480, 720, 1440 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
    ];

    public static TimeSpan FirstRetryDelay => RetryDelays[0];

    /// <summary>The longest delay during an outage, when only one message at a time probes the server.</summary>
    private static readonly TimeSpan MaxOutage = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan MaxRetryTime = TimeSpan.FromDays(7);

    private OutboxMessage() { }

    public OutboxMessage(
        Guid ownerId,
        OutboxMessageKind kind,
        string occasion,
        Guid? subjectId,
        DateTime now,
        string? detail = null
    )
        : base(ownerId) =>
        (Kind, Occasion, SubjectId, Detail, CreatedAt, DueAt) = (kind, occasion, subjectId, detail, now, now);

    public OutboxMessageKind Kind { get; private set; }

    /// <summary>Unique, so the same occasion never adds a second message.</summary>
    public string Occasion { get; private set; } = "";

    /// <summary>The subject's id, such as the review's.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>Data that cannot be looked up when the message is rendered.</summary>
    public string? Detail { get; private set; }

    public OutboxMessageState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>After a permanent failure, when it failed.</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    public int Attempts { get; private set; }

    public DateTime? SentAt { get; private set; }

    public MailFaultKind? Fault { get; private set; }

    public string? Error { get; private set; }

    /// <summary>One per review kind and period, however often the review is opened.</summary>
    public static string ReminderOccasion(Review review) =>
        $"review:{review.OwnerId:N}:{review.Kind}:{review.PeriodStart:yyyyMMdd}";

    public static string NudgeOccasion(Review review) => $"nudge:{review.Id:N}";

    public static string SnoozedOccasion(Review review, DateOnly day) => $"snoozed:{review.Id:N}:{day:yyyyMMdd}";

    public void Claim(DateTime now)
    {
        State = OutboxMessageState.Sending;
        LeaseUntil = now + LeaseTime;
        Attempts++;
    }

    public void MarkSent(DateTime now) =>
        (State, SentAt, LeaseUntil, Error, Fault) = (OutboxMessageState.Sent, now, null, null, null);

    public void MarkSkipped(string reason) =>
        (State, LeaseUntil, Error, Fault) = (OutboxMessageState.Skipped, null, Short(reason), null);

    public void MarkFailed(MailFaultKind fault, string error, DateTime now)
    {
        (LeaseUntil, Error, Fault) = (null, Short(error), fault);
        var servers = MailDeliveryException.ServerFaults.Contains(fault);
        var isOver =
            fault is MailFaultKind.BadAddress or MailFaultKind.Permanent
            || (servers ? now - CreatedAt > MaxRetryTime : Attempts > RetryDelays.Length);
        State = isOver ? OutboxMessageState.Failed : OutboxMessageState.Pending;
        var delay = RetryDelays[Math.Min(Attempts, RetryDelays.Length) - 1];
        DueAt = isOver ? now : now + (servers && delay > MaxOutage ? MaxOutage : delay);
    }

    public void RetryNow(DateTime now, bool onlyIfFailed = false)
    {
        if (State == OutboxMessageState.Failed || (State == OutboxMessageState.Pending && !onlyIfFailed))
        {
            (State, Attempts, DueAt) = (OutboxMessageState.Pending, 0, now);
        }
    }

    private static string Short(string text) => text.Length <= 500 ? text : text[..500];
}
