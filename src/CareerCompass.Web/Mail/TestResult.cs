namespace CareerCompass.Web.Mail;

/// <summary>How a test message fared.</summary>
/// <param name="Fault">Null when it went.</param>
/// <param name="Transcript">What app and server said to each other; nothing, when there is no server.</param>
/// <param name="File">Where it was written, when there is no server.</param>
public sealed record TestResult(
    MailFaultKind? Fault,
    string? ServerReply,
    IReadOnlyList<(TranscriptSource TranscriptSource, string Text)> Transcript,
    string? File
);
