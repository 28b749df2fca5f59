using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public static class CorrectionQueries
{
    /// <summary>
    /// The causes of corrections, most days first. Omits undone ones, includes those of goals in Trash.
    /// </summary>
    public static async Task<List<SlipCause>> SlipCausesAsync(this CompassDb db, DateOnly from, DateOnly to)
    {
        var rows = await db
            .Corrections.Where(correction =>
                correction.Cause != null && correction.DecidedOn >= from && correction.DecidedOn <= to
            )
            .Where(correction => !db.Corrections.Any(undo => undo.UndoneCorrectionId == correction.Id))
            .GroupBy(correction => correction.Cause!.Value)
            .Select(group => new
            {
                Cause = group.Key,
                Times = group.Count(),
                Days = group.Sum(correction => correction.TargetShiftDays > 0 ? correction.TargetShiftDays : 0),
            })
            .ToListAsync();
        return
        [
            .. rows.OrderByDescending(row => row.Days)
                .ThenByDescending(row => row.Times)
                .ThenBy(row => row.Cause)
                .Select(row => new SlipCause(row.Cause, row.Times, row.Days)),
        ];
    }
}
