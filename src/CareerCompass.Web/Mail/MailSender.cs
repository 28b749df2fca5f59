using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CareerCompass.Web.Mail;

/// <summary>Turns letters into messages and hands them to the SMTP server, or writes them as .eml files when there is none.</summary>
public sealed class MailSender(MailSettings settings, IServiceProvider services, ILoggerFactory loggers)
{
    /// <exception cref="SmtpException">The server refused or could not be reached.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public async Task SendAsync(Guid messageId, string address, string name, Letter letter, DateTime now, CancellationToken cancellation)
    {
        using var mail = await ComposeAsync(messageId, address, name, letter);
        if (settings.UsesSmtp)
        {
            await ToServerAsync(mail, cancellation);
        }
        else
        {
            await ToFileAsync(mail, $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{messageId:N}.eml", cancellation);
        }
    }

    private async Task<MailMessage> ComposeAsync(Guid messageId, string address, string name, Letter letter)
    {
        var mail = new MailMessage
        {
            From = new MailAddress(settings.From),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        mail.To.Add(new MailAddress(address, Plain(name), Encoding.UTF8));
        mail.Headers.Add("Message-ID", $"<{messageId:N}@{settings.PublicUrl.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } off)
        {
            // RFC 8058: one click in the mail program, which posts
            mail.Headers.Add("List-Unsubscribe", $"<{off.Url}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<LetterTemplate>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Letter)] = letter }));
            return output.ToHtmlString();
        });
        mail.AlternateViews.Add(View(letter.ToText(), MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(View(html, MediaTypeNames.Text.Html));
        return mail;
    }

    // What has a meaning of its own in a header has none in a name
    private static string Plain(string name) => string.Concat(name.Where(letter => !char.IsControl(letter) && letter is not ('"' or '\\' or '<' or '>')));

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    private async Task ToServerAsync(MailMessage mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Smtp.Host, settings.Smtp.Port) { EnableSsl = settings.Smtp.StartTls };
        if (!string.IsNullOrEmpty(settings.Smtp.User))
        {
            client.Credentials = new NetworkCredential(settings.Smtp.User, settings.Smtp.Password);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(settings.Smtp.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(mail, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not finish within {settings.Smtp.TimeoutSeconds} seconds.");
        }
    }

    // Written beside and renamed into place: whoever watches the folder never sees half a mail
    private async Task ToFileAsync(MailMessage mail, string file, CancellationToken cancellation)
    {
        var beside = new DirectoryInfo(Path.Combine(settings.Folder, ".writing", file[^36..^4]));
        if (beside.Exists)
        {
            beside.Delete(recursive: true); // left by a process that was killed here
        }

        beside.Create();
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = beside.FullName };
        await client.SendMailAsync(mail, cancellation);
        File.Move(beside.GetFiles().Single().FullName, Path.Combine(settings.Folder, file), overwrite: true);
        beside.Delete();
    }
}
