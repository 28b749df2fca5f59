using CareerCompass.Web.Identity;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Lists the backups. They cannot be downloaded, because they contain everyone's plans.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class BackupsModel(PageDependencies tools, BackupStore backupStore, DataPaths paths) : AppPage(tools)
{
    /// <summary>Whether the app takes the backups. PostgreSQL has its own tools.</summary>
    public bool IsSqlite => paths.DatabaseFile is not null;

    public string Folder => paths.BackupFolder;

    public IReadOnlyList<Row> All { get; private set; } = [];

    public string RestoreCommandLine { get; private set; } = "";

    public override Task<IActionResult> OnGetAsync()
    {
        All =
        [
            .. backupStore
                .List()
                .Select(backup => new Row(
                    backup.TakenAt,
                    Why(backup),
                    Path.GetFileName(backup.Path),
                    backup.Size,
                    IsWhole(backup)
                )),
        ];
        RestoreCommandLine = App.FormatCommand($"restore {All.FirstOrDefault(row => row.IsReadable)?.File ?? "FILE"}");
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        try
        {
            await backupStore.CreateAsync(Backup.Manual, cancellation: cancellation);
            return Done(T["Backup created and verified."], "~/admin/backups");
        }
        catch (UserFacingException userFacingException)
        {
            ModelState.AddModelError("", userFacingException.Message);
            return await OnGetAsync();
        }
    }

    public string FormatSize(long bytes) =>
        bytes < 1_000_000 ? T["{0} kB", (bytes + 999) / 1000] : T["{0} MB", bytes / 1_000_000];

    private string Why(Backup backup) =>
        backup.Reason switch
        {
            Backup.Nightly => T["nightly"],
            Backup.Manual => T["manual"],
            _ => T["before an update"],
        };

    // Each backup was verified when it was taken, so only its table of contents is read here
    private static bool IsWhole(Backup backup)
    {
        try
        {
            return BackupArchive.Read(backup.Path).Rows.Count > 0;
        }
        catch (Exception error) when (error is UserFacingException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public sealed record Row(DateTime TakenAt, string Reason, string File, long Size, bool IsReadable);
}
