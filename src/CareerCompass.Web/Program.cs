using CareerCompass.Web;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<TimeProvider, AppClock>();
builder.AddData();
builder.AddMail(builder.Configuration.DataFolder(builder.Environment));
builder.AddSignIn();
builder.AddJobs();
builder.AddPages();

var app = builder.Build();
await app.MigrateAsync();
app.UsePages();
await app.RunAsync();
