using System.Globalization;
using CareerCompass.Web.GoalTemplates;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class TemplateCheck
{
    public static Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var catalog = services.GetRequiredService<TemplateCatalog>();
        return Task.FromResult(
            catalog.Errors.Count > 0
                ? CheckResult.Warning($"Skipped: {string.Join(" · ", catalog.Errors)}")
                : CheckResult.Passed(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{catalog.All.Count} loaded; you can add your own to {catalog.Folder}"
                    )
                )
        );
    }
}
