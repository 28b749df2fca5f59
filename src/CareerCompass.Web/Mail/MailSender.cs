using System.Globalization;
using CareerCompass.Web.Operations;
using MimeKit;

namespace CareerCompass.Web.Mail;

/// <summary>Without an SMTP host, writes .eml files. Consecutive messages share a connection.</summary>
public sealed class MailSender(MailSettings settings, MailComposer composer, HappyEyeballsConnector connector)
    : IAsyncDisposable
{
    private static readonly TimeSpan QuitTimeout = TimeSpan.FromSeconds(2);

    private SmtpConnection? open;

    public SmtpTranscript Transcript { get; } = new();

    /// <returns>The file's path when there is no server.</returns>
    public async Task<string?> SendAsync(
        Guid messageId,
        string address,
        string name,
        EmailContent emailContent,
        DateTime now,
        CancellationToken cancellation
    )
    {
        if (!MailFormat.TryParseAddress(address, name, out var to))
        {
            throw new MailDeliveryException(MailFaultKind.BadAddress, "Mail cannot be sent to this address.");
        }

        using var mail = await composer.ComposeAsync(messageId, to, emailContent, now);
        if (!settings.UsesSmtp)
        {
            var format = MailFormat.For(settings.Sender, to);
            var time = now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            return await WriteAsync(mail, format, $"{time}-{messageId:N}.eml", cancellation);
        }

        Transcript.Clear();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(settings.Smtp.TimeoutSeconds));
        try
        {
            await DeliverAsync(mail, to, deadline.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            throw await EndAsync(error, timeIsUp: deadline.IsCancellationRequested);
        }

        return null;
    }

    public ValueTask DisposeAsync() => DisconnectAsync(politely: true);

    private async Task DeliverAsync(MimeMessage mail, MailboxAddress to, CancellationToken cancellation)
    {
        if (open is { } kept && kept.Accepts(settings.Sender, to))
        {
            try
            {
                await kept.SendAsync(mail, settings.Sender, to, cancellation);
                return;
            }
            catch (MailDeliveryException tired)
                when (tired.Kind == MailFaultKind.Unreachable && !Transcript.IsAwaitingAcceptance)
            {
                // Some servers limit the number of messages per connection, so reconnect
            }
        }

        await DisconnectAsync(politely: false);
        open = new SmtpConnection(settings.Smtp, Transcript);
        await open.OpenAsync(connector, settings.EhloDomain, cancellation);
        await open.SendAsync(mail, settings.Sender, to, cancellation);
    }

    private async Task<MailDeliveryException> EndAsync(Exception error, bool timeIsUp)
    {
        var smtp = settings.Smtp;
        var fault = error switch
        {
            MailDeliveryException { Code: > 0 } refused => refused,
            _ when timeIsUp && open is { IsServerReached: false } => new MailDeliveryException(
                MailFaultKind.Unreachable,
                $"Nothing answered at {smtp.Host}, port {smtp.Port}, within {smtp.TimeoutSeconds} seconds.",
                error
            ),
            _ when timeIsUp => new MailDeliveryException(
                MailFaultKind.Timeout,
                $"The mail server did not finish within {smtp.TimeoutSeconds} seconds.",
                error
            ),
            MailDeliveryException told => told,
            _ => new MailDeliveryException(MailFaultKind.NotComposed, error.Message, error),
        };
        fault.MayHaveArrived = Transcript.IsAwaitingAcceptance;
        if (fault.Code == 0)
        {
            // Otherwise the transcript already ends with the server's own words
            Transcript.AddNote(fault.Message);
        }

        await DisconnectAsync(politely: fault.Code is > 0 and not 421);
        return fault;
    }

    private async ValueTask DisconnectAsync(bool politely)
    {
        if (open is not { } connection)
        {
            return;
        }

        open = null;
        using var deadline = new CancellationTokenSource(QuitTimeout);
        await connection.DisconnectAsync(politely, deadline.Token);
        connection.Dispose();
    }

    // Written beside and renamed, so that a program watching the folder never sees a partial file
    private async Task<string> WriteAsync(
        MimeMessage mail,
        FormatOptions format,
        string file,
        CancellationToken cancellation
    )
    {
        try
        {
            Directory.CreateDirectory(settings.Folder);
            var path = Path.Combine(settings.Folder, file);
            var beside = Path.Combine(settings.Folder, $".{file}.writing");
            await mail.WriteToAsync(format, beside, cancellation);
            File.Move(beside, path, overwrite: true);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var words = $"The mail folder {settings.Folder} cannot be written to: {error.Message}";
            throw new MailDeliveryException(MailFaultKind.Folder, words, error);
        }
    }
}
