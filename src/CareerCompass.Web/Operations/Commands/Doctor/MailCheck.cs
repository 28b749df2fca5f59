using System.Net.Sockets;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Operations.Commands.Doctor;

/// <summary>Sends nothing and does not sign in.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static async Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var mail = services.GetRequiredService<MailSettings>();
        if (!mail.UsesSmtp)
        {
            const string NoServer = "No mail server is set (Mail:Smtp:Host)";
            return WhyUnwritable(mail.Folder) is { } reason
                ? CheckResult.Failed($"{NoServer}, and the mail folder {mail.Folder} cannot be written to: {reason}")
                : CheckResult.Warning($"{NoServer}, so e-mails are only written as files to {mail.Folder}.");
        }

        var place = $"{mail.Smtp.Host}, port {mail.Smtp.Port}";
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Timeout);
        Socket? socket = null;
        try
        {
            var connector = services.GetRequiredService<HappyEyeballsConnector>();
            socket = await connector.ConnectAsync(mail.Smtp.Host!, mail.Smtp.Port, deadline.Token);
            if (mail.Smtp.UsesImplicitTls)
            {
                return CheckResult.Passed(
                    $"{place} answers, but the connection is encrypted. For a full check, run: "
                        + $"{App.FormatCommand("testmail ADDRESS")}"
                );
            }

            using var reader = new StreamReader(new NetworkStream(socket));
            var greeting = await reader.ReadLineAsync(deadline.Token) ?? "";
            return greeting.StartsWith("220", StringComparison.Ordinal)
                ? CheckResult.Passed($"{place} responds")
                : CheckResult.Failed(
                    $"{place} does not respond like a mail server{(greeting.Length > 0 ? $": {greeting}" : ".")}"
                );
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return CheckResult.Failed($"{place} cannot be reached: {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return CheckResult.Failed(
                socket is null
                    ? $"{place} cannot be reached: no answer in {Timeout.TotalSeconds} seconds. The usual cause is "
                        + $"a wrong port or a firewall."
                    : $"{place} did not respond within {Timeout.TotalSeconds} seconds. A wrong port is the usual cause."
            );
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
            using var probe = File.Create(
                Path.Combine(folder, $".doctor-{Guid.CreateVersion7():N}"),
                1,
                FileOptions.DeleteOnClose
            );
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
