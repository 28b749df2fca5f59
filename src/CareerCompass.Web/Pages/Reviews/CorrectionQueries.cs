using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>What pages read of corrections.</summary>
public static class CorrectionQueries
{
    /// <summary>
    /// Why plans slipped from one day to another, both included: the causes of corrections that stand, those of most days
    /// first. What was taken back counts as never decided; goals in Trash count as they did happen.
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
