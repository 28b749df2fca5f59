using CareerCompass.Web;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Commands;
using CareerCompass.Web.Pages.Infrastructure;

if (args is ["healthcheck"])
{
    return await HealthProbe.RunAsync(Environment.GetEnvironmentVariable);
}

if (Cli.IsCommand(args))
{
    return await Cli.RunAsync(args);
}

UserFacingException.PrintWhenUnhandled();
var app = App.Build(args);
app.Services.GetRequiredService<DataFolder>().WarnIfEphemeral(app.Logger);
await app.MigrateAsync();
await app.AnnounceSetupAsync();
app.UsePages();
await app.RunAsync();
return 0;
