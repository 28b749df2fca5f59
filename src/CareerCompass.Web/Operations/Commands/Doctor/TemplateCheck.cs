using System.Globalization;
using CareerCompass.Web.GoalTemplates;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class TemplateCheck
{
    public static Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var shelf = services.GetRequiredService<TemplateCatalog>();
        return Task.FromResult(
            shelf.Broken.Count > 0
                ? CheckResult.Warning($"Skipped: {string.Join(" · ", shelf.Broken)}")
                : CheckResult.Passed(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{shelf.All.Count} loaded; you can add your own to {shelf.Folder}"
                    )
                )
        );
    }
}
