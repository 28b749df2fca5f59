using CareerCompass.Web.Identity;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class SettingsModel(PageDependencies tools, IConfiguration configuration) : AppPage(tools)
{
    public ILookup<string, Row> Sections { get; private set; } = null!;

    public IReadOnlyList<(string Key, string? Meant)> Unknown { get; private set; } = [];

    public override Task<IActionResult> OnGetAsync()
    {
        Sections = KnownSettings
            .GetEffective(configuration)
            .Select(row => new Row(
                row.Setting.Key,
                row.Setting.Description,
                row.Setting.IsSecret
                    ? T[row.Value is null ? "not set" : "set"]
                    : row.Value ?? (row.Setting.Default.Length > 0 ? row.Setting.Default : T["not set"]),
                row.Source,
                row.Setting.Default.Length > 0
            ))
            .ToLookup(row => row.Key.Split(':')[0]);
        Unknown = KnownSettings.FindUnknown(configuration);
        return Task.FromResult<IActionResult>(Page());
    }

    /// <param name="Source">Null for a default.</param>
    public sealed record Row(string Key, string Description, string Value, string? Source, bool HasDefault);
}
