using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CareerCompass.Web.Tests.Support;

/// <summary>An nginx that serves https://compass.test and forwards to an app, configured as in its manual.</summary>
public sealed class Nginx : IDisposable
{
    public const string Host = "compass.test";

    /// <summary>The client address that it forwards.</summary>
    public const string Client = "203.0.113.9";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("careercompass-nginx-");
    private readonly int port = FreePort();
    private Process? process;

    private Nginx() { }

    public static string? Path { get; } =
        new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx" }.FirstOrDefault(
            File.Exists
        );

    /// <param name="location">The path that it serves, and the path it forwards to.</param>
    /// <param name="headers">Such as "X-Forwarded-Proto $scheme".</param>
    public static async Task<Nginx> StartAsync(
        int appPort,
        (string Path, string PassedAs) location,
        params string[] headers
    )
    {
        var nginx = new Nginx();
        nginx.WriteCertificate();
        await File.WriteAllTextAsync(
            System.IO.Path.Combine(nginx.folder.FullName, "nginx.conf"),
            $$"""
            daemon off;
            master_process off;
            pid nginx.pid;
            events { worker_connections 256; }
            http {
              access_log off;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              server {
                listen 127.0.0.1:{{nginx.port}} ssl;
                server_name {{Host}};
                ssl_certificate cert.pem;
                ssl_certificate_key key.pem;
                location {{location.Path}} {
                  proxy_pass http://127.0.0.1:{{appPort}}{{location.PassedAs}};
                  {{string.Join("\n      ", headers.Select(header => $"proxy_set_header {header};"))}}
                }
              }
            }
            """
        );
        nginx.process = Process.Start(
            new ProcessStartInfo(Path!, ["-e", "stderr", "-p", nginx.folder.FullName, "-c", "nginx.conf"])
            {
                RedirectStandardError = true,
            }
        )!;
        await Poll.UntilAsync(nginx.AnswersAsync, () =>
            nginx.process.HasExited ? nginx.process.StandardError.ReadToEnd() : "It does not listen."
        );
        return nginx;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A browser on nginx. Sends Referer and Sec-Fetch-Site like a request from the same site.</summary>
    public Browser Visit(RecordedLog log, string from = $"https://{Host}/compass/") =>
        new(
            new HttpClient(
                new SocketsHttpHandler
                {
                    UseCookies = false,
                    AllowAutoRedirect = false,
                    SslOptions =
                    {
                        RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                            certificate?.Subject == $"CN={Host}",
                    },
                    ConnectCallback = async (_, cancellation) =>
                    {
                        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                }
            )
            {
                BaseAddress = new Uri($"https://{Host}"),
                DefaultRequestHeaders = { { "Referer", from }, { "Sec-Fetch-Site", "same-origin" } },
            }
        )
        {
            Log = log,
        };

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddDays(-1),
            now.AddDays(1)
        );
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task<bool> AnswersAsync()
    {
        if (process!.HasExited)
        {
            throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        }

        try
        {
            using var caller = new TcpClient();
            await caller.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
