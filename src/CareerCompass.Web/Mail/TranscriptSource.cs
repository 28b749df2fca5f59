namespace CareerCompass.Web.Mail;

public enum TranscriptSource
{
    /// <summary>What neither side said: connected, encrypted, gave up.</summary>
    Note,
    App,
    Server,
}
