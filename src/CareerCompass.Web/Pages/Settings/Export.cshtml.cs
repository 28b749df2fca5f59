using System.Globalization;
using System.Net.Mime;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class ExportModel(PageDependencies tools) : AppPage(tools)
{
    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync() =>
        File(
            await Db.ExportAsync(Person.Id, Now),
            MediaTypeNames.Application.Json,
            $"careercompass-export-{Today.ToString("O", CultureInfo.InvariantCulture)}.json"
        );
}
