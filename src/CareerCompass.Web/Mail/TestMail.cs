using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

public sealed class TestMail(MailSender sender, MailSettings settings, Localizer localizer, TimeProvider clock)
{
    public async Task<TestMailResult> SendAsync(string address, CancellationToken cancellation)
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
            // Disposed before reading the transcript, which then includes QUIT
            await sender.DisposeAsync();
            return new(null, null, sender.Transcript.Lines, file);
        }
        catch (MailDeliveryException fault)
        {
            return new(fault.Kind, fault.Message, sender.Transcript.Lines, null);
        }
    }
}
