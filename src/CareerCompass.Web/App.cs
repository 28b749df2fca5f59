using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages;

namespace CareerCompass.Web;

/// <summary>Puts the rooms together: the same for the server and for its commands.</summary>
internal static class App
{
    /// <param name="args">Settings, such as --Data:Folder=/data.</param>
    /// <param name="adjust">What a command wants to be otherwise.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        adjust?.Invoke(builder);
        builder.AddHosting();
        builder.AddMetrics();
        builder.Services.AddSingleton<TimeProvider, AppClock>();
        builder.AddData();
        builder.AddMail(builder.Configuration.DataFolder(builder.Environment));
        builder.AddSignIn();
        builder.AddJobs();
        builder.AddPages();
        return builder.Build();
    }
}
