using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;

namespace CareerCompass.Web.Mail;

public sealed class MailComposer(MailSettings settings, IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<MimeMessage> ComposeAsync(
        Guid messageId,
        MailboxAddress to,
        EmailContent emailContent,
        DateTime now
    )
    {
        var mail = new MimeMessage
        {
            Date = new DateTimeOffset(now, TimeSpan.Zero),
            MessageId = $"{messageId:N}@{Domain()}",
        };
        var format = MailFormat.For(settings.Sender, to);
        mail.Headers.Replace(MailFormat.Header(HeaderId.From, settings.Sender, format));
        mail.Headers.Replace(MailFormat.Header(HeaderId.To, to, format));
        mail.Headers.Replace(MailFormat.Header(HeaderId.Subject, emailContent.Subject));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (emailContent.Unsubscribe is { } off)
        {
            // RFC 8058: one-click unsubscribe, which the mail program POSTs
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{off.Url.AbsoluteUri}>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        var html = await RenderAsync(emailContent);
        mail.Body = new MultipartAlternative { Part("plain", emailContent.ToText()), Part("html", html) };
        return mail;
    }

    private string Domain() =>
        settings.PublicUrl.HostNameType == UriHostNameType.IPv6 ? settings.PublicUrl.Host : settings.PublicUrl.IdnHost;

    private async Task<string> RenderAsync(EmailContent emailContent)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<EmailTemplate>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(EmailContent)] = emailContent })
            );
            return output.ToHtmlString();
        });
    }

    private static TextPart Part(string subtype, string content) =>
        new(subtype)
        {
            Text = content.ReplaceLineEndings("\r\n"),
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
}
