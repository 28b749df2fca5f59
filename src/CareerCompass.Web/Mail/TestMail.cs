using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

/// <summary>Sends a message at once, by the way that every other takes, and tells how it went.</summary>
public sealed class TestMail(MailSender sender, MailSettings settings, Localizer localizer, TimeProvider clock)
{
    public async Task<TestResult> SendAsync(string address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            var file = await sender.SendAsync(
                Guid.CreateVersion7(),
                address,
                "",
                EmailContent.Test(localizer, now, settings.PublicUrl),
                now,
                cancellation
            );
            await sender.DisposeAsync(); // says goodbye, which belongs to it
            return new(null, null, sender.SmtpTranscript.Lines, file);
        }
        catch (MailFault fault)
        {
            return new(fault.Kind, fault.Message, sender.SmtpTranscript.Lines, null);
        }
    }
}
