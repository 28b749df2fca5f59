namespace CareerCompass.Web.Mail;

public enum TranscriptSource
{
    /// <summary>Not sent by either side: connected, encrypted, gave up.</summary>
    Note,
    App,
    Server,
}
