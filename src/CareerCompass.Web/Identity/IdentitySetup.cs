using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

internal static class IdentitySetup
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(RegistrationSettings.From(builder.Configuration, builder.Environment));
        builder.Services.AddScoped<SetupCode>();
        builder.Services.AddScoped<Registration>();
        builder.Services.AddScoped<Accounts>();
        builder.Services.AddScoped<Administration>();
        builder.Services.AddScoped<CredentialSnapshots>();
        builder.Services.AddScoped<EmailChanges>();
        builder.Services.AddScoped<IAuthorizationHandler, AdminRequirement.Handler>();
        builder.Services.AddScoped<Sessions>();
        builder.Services.AddSingleton<SessionCache>();
        var attemptSettings = builder.Configuration.GetSection("SignIn").Read<AttemptSettings>();
        attemptSettings.Validate();
        builder.Services.AddSingleton(attemptSettings);
        builder.Services.AddSingleton<AttemptLimiter>();
        builder.Services.AddScoped<Authenticator>();
        builder.Services.AddScoped<TotpTokenProvider>();
        builder.Services.Configure<SecurityStampValidatorOptions>(options =>
            options.OnRefreshingPrincipal = Sessions.KeepSessionClaim
        );
        builder.Services.AddScoped<IPasswordHasher<AppUser>, UnicodePasswordHasher>();
        builder.Services.AddScoped<IPasswordValidator<AppUser>, UnicodePasswordValidator>();
        builder
            .Services.AddIdentityCore<AppUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // The user name is the address, and o'neill@example.org is a valid one
                options.User.AllowedUserNameCharacters = "";

                // Length makes a password strong; composition rules only make it hard to remember
                options.Password.RequiredLength = 10;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<CompassDb>()
            .AddUserStore<AppUserStore>()
            .AddUserManager<AppUserManager>()
            .AddSignInManager<SessionSignInManager>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<TotpTokenProvider>(TokenOptions.DefaultAuthenticatorProvider)
            .AddClaimsPrincipalFactory<CurrentUser.ClaimsFactory>();
        builder.Services.AddScoped(services =>
            (SessionSignInManager)services.GetRequiredService<SignInManager<AppUser>>()
        );
        builder.Services.AddScoped<Passkeys>();
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<MailSettings>(Passkeys.Configure);
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "careercompass";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Sessions.Lifetime;
            options.SlidingExpiration = true;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = Sessions.ValidateAsync,

                // Relative, because behind a proxy the host we see may differ from the browser's
                OnRedirectToLogin = context =>
                {
                    var uri = context.RedirectUri;
                    context.Response.Redirect(
                        uri[uri.IndexOf('/', uri.IndexOf("://", StringComparison.Ordinal) + 3)..]
                    );
                    return Task.CompletedTask;
                },

                // 404, so that a page's existence is not revealed
                OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                },
            };
        });
        builder.AddOidc();
        builder
            .Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(CurrentUser.AdminPolicy, policy =>
                policy.RequireAuthenticatedUser().AddRequirements(new AdminRequirement())
            );
    }

    public static async Task AnnounceSetupAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SetupCode>().AnnounceAsync();
    }
}
