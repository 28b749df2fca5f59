using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class TimeZoneCheck
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(3 * 365);

    public static async Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var used = await services
            .GetRequiredService<CompassDb>()
            .People.IgnoreQueryFilters([QueryFilters.Owner])
            .Select(person => person.Zone)
            .Distinct()
            .ToListAsync(cancellation);
        var missing = used.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).Order().ToList();
        if (
            !TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out var berlin)
            || berlin.GetAdjustmentRules().Length == 0
        )
        {
            return CheckResult.Failed(
                "This system has no time zone data, so reviews open at the wrong time. Install the tzdata package."
            );
        }

        if (missing.Count > 0)
        {
            return CheckResult.Failed(
                $"This system does not know {string.Join(", ", missing)}, so people in these zones get their "
                    + $"reviews at UTC time. Update the tzdata package."
            );
        }

        var year = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - MaxAge;
        return Version() switch
        {
            null => CheckResult.Passed($"all {used.Count} time zones in use are known"),
            var version when int.TryParse(version[..4], out var of) && of < year.Year => CheckResult.Warning(
                $"version {version} is old, and rules change every year. Update the tzdata package."
            ),
            var version => CheckResult.Passed($"version {version}, all {used.Count} time zones in use are known"),
        };
    }

    private static string? Version()
    {
        const string Folder = "/usr/share/zoneinfo/";
        if (
            File.Exists(Folder + "+VERSION") && File.ReadAllText(Folder + "+VERSION").Trim() is { Length: >= 4 } version
        )
        {
            return version;
        }

        var first = File.Exists(Folder + "tzdata.zi") ? File.ReadLines(Folder + "tzdata.zi").FirstOrDefault() : null;
        return first?.Split(' ') is ["#", "version", { Length: >= 4 } written, ..] ? written : null;
    }
}
