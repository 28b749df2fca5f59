using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Mail;

/// <summary>
/// One e-mail owed for one occasion. It is rendered when it is sent, so that no plan is kept in the outbox. Its id makes
/// the Message-Id, which stays the same however often it has to be tried.
/// </summary>
public sealed class OutboxMessage : OwnedEntity
{
    public const int MaxDetailLength = 200;

    /// <summary>How long a sender may hold a message before another may take it over.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Waiting times after the first, second … failed attempt; together a little over two days.</summary>
    private static readonly TimeSpan[] RetryDelays =
    [
        .. new[] { 1, 2, 5, 10, 30, 60, 120, 240, 480, 720, 1440 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
    ];

    /// <summary>After which a message is tried again the first time.</summary>
    public static TimeSpan FirstRetryDelay => RetryDelays[0];

    /// <summary>A server in trouble is asked again at least this often: only one message at a time finds out whether it is well again.</summary>
    private static readonly TimeSpan MaxOutage = TimeSpan.FromMinutes(10);

    /// <summary>After this a server in trouble is given up on.</summary>
    public static readonly TimeSpan MaxRetryTime = TimeSpan.FromDays(7);

    private OutboxMessage() { }

    public OutboxMessage(
        Guid ownerId,
        MessageKind kind,
        string occasion,
        Guid? subjectId,
        DateTime now,
        string? detail = null
    )
        : base(ownerId) =>
        (Kind, Occasion, SubjectId, Detail, CreatedAt, DueAt) = (kind, occasion, subjectId, detail, now, now);

    public MessageKind Kind { get; private set; }

    /// <summary>Unique: the same occasion never writes a second message.</summary>
    public string Occasion { get; private set; } = "";

    /// <summary>What it is about, such as the review.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>What cannot be looked up any more when the message is written, such as which credential was changed.</summary>
    public string? Detail { get; private set; }

    public MessageState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Not to be tried before this instant; of one that failed for good, when it did.</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    public int Attempts { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>What the last attempt failed of; null when there was none, or it went well.</summary>
    public MailFaultKind? Fault { get; private set; }

    /// <summary>What the last attempt failed of in the server's own words, or why it was skipped.</summary>
    public string? Error { get; private set; }

    /// <summary>One reminder for a person's review of a kind and period, however often the review is opened.</summary>
    public static string ReminderOccasion(Review review) =>
        $"review:{review.OwnerId:N}:{review.Kind}:{review.PeriodStart:yyyyMMdd}";

    /// <summary>One nudge for the same.</summary>
    public static string NudgeOccasion(Review review) => $"nudge:{review.Id:N}";

    /// <summary>A reminder that was moved to a day, once.</summary>
    public static string SnoozedOccasion(Review review, DateOnly day) => $"snoozed:{review.Id:N}:{day:yyyyMMdd}";

    public void Claim(DateTime now)
    {
        State = MessageState.Sending;
        LeaseUntil = now + LeaseTime;
        Attempts++;
    }

    public void Deliver(DateTime now) =>
        (State, SentAt, LeaseUntil, Error, Fault) = (MessageState.Sent, now, null, null, null);

    public void Skip(string reason) =>
        (State, LeaseUntil, Error, Fault) = (MessageState.Skipped, null, Short(reason), null);

    /// <summary>It will be tried again later, or has failed for good: at once when that would be of no use, else when patience is used up.</summary>
    public void Fail(MailFaultKind fault, string error, DateTime now)
    {
        (LeaseUntil, Error, Fault) = (null, Short(error), fault);
        var servers = MailFault.FromServer.Contains(fault);
        var isOver =
            fault is MailFaultKind.BadAddress or MailFaultKind.Permanent
            || (servers ? now - CreatedAt > MaxRetryTime : Attempts > RetryDelays.Length);
        State = isOver ? MessageState.Failed : MessageState.Pending;
        var delay = RetryDelays[Math.Min(Attempts, RetryDelays.Length) - 1];
        DueAt = isOver ? now : now + (servers && delay > MaxOutage ? MaxOutage : delay);
    }

    /// <summary>Tries a message that has failed, or waits, at once and with all its patience.</summary>
    public void SendNow(DateTime now, bool onlyIfFailed = false)
    {
        if (State == MessageState.Failed || (State == MessageState.Pending && !onlyIfFailed))
        {
            (State, Attempts, DueAt) = (MessageState.Pending, 0, now);
        }
    }

    private static string Short(string text) => text.Length <= 500 ? text : text[..500];
}
