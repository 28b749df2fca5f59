namespace CareerCompass.Web.Mail;

public sealed record TestMailResult(
    MailFaultKind? Fault,
    string? ServerReply,
    IReadOnlyList<(TranscriptSource TranscriptSource, string Text)> Transcript,
    string? File
);
