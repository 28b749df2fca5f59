using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareerCompass.Web.Pages.Infrastructure;

internal static class PagesSetup
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLocalization();
        services.AddSingleton<TextCache>();
        services.AddScoped<Localizer>();
        services.AddScoped<PageDependencies>();
        services.AddSingleton(
            new AdminWarning(
                (provider, localizer) =>
                    provider.GetRequiredService<DataFolder>() is { IsEphemeral: true, Path: var folder }
                        ? localizer[
                            "The data folder {0} is not on a volume, so everything in it will be lost with this "
                                + "container. Mount a volume there, as compose.yaml does.",
                            folder
                        ]
                        : null
            )
        );
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services
            .AddRazorPages(options =>
            {
                // FormFilter checks the token after binding instead, so that a form that was open too long keeps its
                // text
                options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                options.Conventions.ConfigureFilter(new FormFilter());
                options.Conventions.AddPageRoute("/Account/Register", "invite/{token}");
            })
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new FormValueBinderProvider());

                // They fail on unbalanced brackets
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
                var say = options.ModelBindingMessageProvider;
                say.SetAttemptedValueIsInvalidAccessor((_, _) => ValidationMessages.Invalid);
                say.SetUnknownValueIsInvalidAccessor(_ => ValidationMessages.Invalid);
                say.SetValueIsInvalidAccessor(_ => ValidationMessages.Invalid);
                say.SetValueMustBeANumberAccessor(_ => ValidationMessages.Invalid);
                say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => ValidationMessages.Invalid);
                say.SetValueMustNotBeNullAccessor(_ => ValidationMessages.Required);
            })
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization(options =>
                options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Localizer))
            );
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "careercompass.form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "careercompass.note";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.AddProxy();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseProxy();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use(SecureHeaders);
        app.UseRequestLocalization(options =>
        {
            // Only English ships; add further cultures here
            options.SetDefaultCulture("en").AddSupportedCultures("en").AddSupportedUICultures("en");
            options.DefaultRequestCulture.Culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseOwnerScope();
        app.UseFirstAccountRedirect();
        app.UsePublicUrlDiagnostics();
        app.UseAuthorization();
        app.Use(ReadForm);
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        var path = app.Services.GetRequiredService<MailSettings>().PublicUrl.AbsolutePath.TrimEnd('/');
        HangfireScheduler
            .MapDashboard(app, "/admin/hangfire", home: path + "/admin/jobs")
            .RequireAuthorization(CurrentUser.AdminPolicy);
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = Report }).AllowAnonymous();
    }

    private static Task SecureHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }

    // Malformed forms would otherwise fail in many places, including the error page
    private static async Task ReadForm(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (context.Request.HasFormContentType)
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or NotSupportedException)
        {
            context.Request.ContentType = null;
            context.Response.StatusCode = (unreadable as BadHttpRequestException)?.StatusCode
                ?? StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }

    private static Task Report(
        HttpContext context,
        Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport report
    ) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }
                ),
            }
        );
}
