using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CareerCompass.Web.Mail;

/// <summary>
/// Turns letters into messages and hands them to the SMTP server, or writes them as .eml files when there is none. Messages
/// that follow each other share a connection, until this is disposed.
/// </summary>
public sealed class MailSender(MailSettings settings, IServiceProvider services, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private SmtpConversation? open;

    /// <summary>What was said to the server so far.</summary>
    public Dialogue Dialogue { get; } = new();

    /// <returns>The file, when there is no server.</returns>
    /// <exception cref="MailFault">It did not go.</exception>
    public async Task<string?> SendAsync(Guid messageId, string address, string name, Letter letter, DateTime now, CancellationToken cancellation)
    {
        using var mail = await ComposeAsync(messageId, address, name, letter);
        if (!settings.UsesSmtp)
        {
            return await ToFileAsync(mail, $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{messageId:N}.eml", cancellation);
        }

        var (from, to) = (Wire(mail.From!), Wire(mail.To[0]));
        var bytes = await ToBytesAsync(mail, messageId, cancellation);
        Dialogue.Clear();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(settings.Smtp.TimeoutSeconds));
        try
        {
            await ToServerAsync(from, to, bytes, deadline.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            throw await EndAsync(error);
        }

        return null;
    }

    public ValueTask DisposeAsync() => HangUpAsync(politely: true);

    private async Task ToServerAsync(string from, string to, byte[] mail, CancellationToken cancellation)
    {
        if (open is { } kept)
        {
            try
            {
                await kept.SendAsync(from, to, mail, cancellation);
                return;
            }
            catch (Exception tired) when (!kept.AwaitsVerdict && tired is IOException or MailFault { Kind: FaultKind.Unreachable })
            {
                // Some servers take only so many messages in one conversation
                await kept.DisposeAsync();
            }
        }

        open = new SmtpConversation(settings.Smtp, settings.PublicUrl.IdnHost, Dialogue);
        await open.OpenAsync(cancellation);
        await open.SendAsync(from, to, mail, cancellation);
    }

    /// <summary>Whatever went wrong ends the conversation; the next message begins another.</summary>
    private async Task<MailFault> EndAsync(Exception error)
    {
        var fault = error switch
        {
            MailFault told => told,
            OperationCanceledException => new MailFault(FaultKind.Timeout, $"The mail server did not finish within {settings.Smtp.TimeoutSeconds} seconds.", error),
            IOException or SocketException => new MailFault(FaultKind.Unreachable, error.GetBaseException().Message, error),
            _ => new MailFault(FaultKind.Unwritten, error.Message, error),
        };
        fault.MayHaveArrived = open?.AwaitsVerdict == true;
        if (fault.Code == 0)
        {
            Dialogue.Add(Speaker.Note, fault.Message); // else the server has just said it itself
        }

        await HangUpAsync(politely: fault.Code > 0 && fault.Code != 421);
        return fault;
    }

    private async ValueTask HangUpAsync(bool politely)
    {
        if (open is not { } conversation)
        {
            return;
        }

        open = null;
        if (politely)
        {
            using var deadline = new CancellationTokenSource(Goodbye);
            await conversation.CloseAsync(deadline.Token);
        }

        await conversation.DisposeAsync();
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

    /// <summary>As it goes into MAIL and RCPT: a domain with other letters in the spelling that every server knows.</summary>
    private static string Wire(MailAddress address) => $"{address.User}@{new IdnMapping().GetAscii(address.Host)}";

    // Written beside and renamed into place: whoever watches the folder never sees half a mail
    private async Task<string> ToFileAsync(MailMessage mail, string file, CancellationToken cancellation)
    {
        try
        {
            var beside = await WriteAsync(mail, file[^36..^4], cancellation);
            var path = Path.Combine(settings.Folder, file);
            File.Move(beside.FullName, path, overwrite: true);
            beside.Directory!.Delete();
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailFault(FaultKind.Unreachable, $"The mail folder cannot be written to: {error.Message}", error);
        }
    }

    private async Task<byte[]> ToBytesAsync(MailMessage mail, Guid messageId, CancellationToken cancellation)
    {
        var file = await WriteAsync(mail, messageId.ToString("N"), cancellation);
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        file.Directory!.Delete(recursive: true);

        // The envelope, which the framework puts first, is the dialogue's to tell
        var from = 0;
        while (bytes.AsSpan(from).StartsWith("X-Sender:"u8) || bytes.AsSpan(from).StartsWith("X-Receiver:"u8))
        {
            from += bytes.AsSpan(from).IndexOf((byte)'\n') + 1;
        }

        return bytes[from..];
    }

    // Only the framework's pickup folder turns a MailMessage into a file
    private async Task<FileInfo> WriteAsync(MailMessage mail, string name, CancellationToken cancellation)
    {
        var beside = new DirectoryInfo(Path.Combine(settings.Folder, ".writing", name));
        if (beside.Exists)
        {
            beside.Delete(recursive: true); // left by a process that was killed here
        }

        beside.Create();
        var plain = Ascii.IsValid(mail.From!.User) && Ascii.IsValid(mail.To[0].User);
        using var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            DeliveryFormat = plain ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
            PickupDirectoryLocation = beside.FullName,
        };
        await client.SendMailAsync(mail, cancellation);
        return beside.GetFiles().Single();
    }
}
