namespace CareerCompass.Web.Mail;

public sealed record TestResult(
    MailFaultKind? Fault,
    string? ServerReply,
    IReadOnlyList<(TranscriptSource TranscriptSource, string Text)> Transcript,
    string? File
);
