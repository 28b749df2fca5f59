using CareerCompass.Web.Operations;

namespace CareerCompass.Web.Mail;

internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder, string dataFolder)
    {
        var settings = builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        settings.PublicUrl = PublicUrlParser.Parse(builder.Configuration["App:PublicUrl"]);
        settings.Folder = Path.Combine(dataFolder, "mail");
        settings.Validate();
        CreateFolder(settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddScoped<MailComposer>();
        builder.Services.AddScoped<MailSender>();
        builder.Services.AddScoped<TestMail>();
    }

    private static void CreateFolder(MailSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (!settings.UsesSmtp)
            {
                throw new InvalidOperationException(
                    $"The mail folder {settings.Folder} cannot be created: {error.Message}",
                    error
                );
            }
        }
    }
}
