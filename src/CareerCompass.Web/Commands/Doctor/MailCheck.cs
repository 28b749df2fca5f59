using System.Net.Sockets;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Commands.Doctor;

/// <summary>Whether the mail server is there and greets. Nothing is sent, and nobody signs in.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Finding> LookAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var mail = services.GetRequiredService<MailSettings>();
        if (!mail.UsesSmtp)
        {
            const string NoServer = "No mail server is set (Mail:Smtp:Host)";
            return WhyUnwritable(mail.Folder) is { } reason
                ? Finding.Broken($"{NoServer}, and the mail folder {mail.Folder} cannot be written to: {reason}")
                : Finding.Worth($"{NoServer}, so e-mails become files in {mail.Folder}, where nobody sees them.");
        }

        var place = $"{mail.Smtp.Host}, port {mail.Smtp.Port}";
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Patience);
        Socket? socket = null;
        try
        {
            var connector = services.GetRequiredService<SideBySideConnector>();
            socket = await connector.ConnectAsync(mail.Smtp.Host!, mail.Smtp.Port, deadline.Token);
            if (mail.Smtp.UsesImplicitTls)
            {
                return Finding.Well($"{place} answers; what it says is encrypted, so for more: {App.Line("testmail ADDRESS")}");
            }

            using var reader = new StreamReader(new NetworkStream(socket));
            var greeting = await reader.ReadLineAsync(deadline.Token) ?? "";
            return greeting.StartsWith("220", StringComparison.Ordinal) ? Finding.Well($"{place} greets")
                : Finding.Broken($"{place} does not greet as a mail server does{(greeting.Length > 0 ? $": {greeting}" : ".")}");
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return Finding.Broken($"{place} cannot be reached: {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Finding.Broken(socket is null
                ? $"{place} cannot be reached: no answer in {Patience.TotalSeconds} seconds, usually a wrong port or a firewall."
                : $"{place} did not greet within {Patience.TotalSeconds} seconds. A wrong port is the usual cause.");
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private static string? WhyUnwritable(string folder)
    {
        try
        {
            using var probe = File.Create(Path.Combine(folder, $".doctor-{Guid.CreateVersion7():N}"), 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
