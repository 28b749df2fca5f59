namespace CareerCompass.Web.Mail;

internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder, string dataFolder)
    {
        var settings = builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        settings.Folder = Directory.CreateDirectory(Path.Combine(dataFolder, "mail")).FullName;
        settings.PublicUrl = PublicUrl(builder.Configuration["App:PublicUrl"]);
        settings.Check();
        builder.Services.AddSingleton(settings);
        builder.Services.AddScoped<MailSender>();
        builder.Services.AddScoped<TestMail>();
    }

    // With the slash at the end, relative links keep a path under which a proxy may serve the app
    private static Uri PublicUrl(string? url) =>
        Uri.TryCreate($"{url?.TrimEnd('/')}/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new InvalidOperationException($"App:PublicUrl is not an http(s) address: {url}");
}
