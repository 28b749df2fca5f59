using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.People;

/// <summary>The minutes a week a person has for their career, from a week on until the next row.</summary>
public sealed class Capacity : Owned
{
    private Capacity()
    {
    }

    /// <exception cref="RuleBroken">The minutes lie outside 1 to <see cref="Limits.WeekMinutes"/>.</exception>
    public Capacity(Guid ownerId, DateOnly fromWeek, int minutes, Guid? correctionId = null)
        : base(ownerId)
    {
        FromWeek = IsoWeek.Monday(fromWeek);
        Change(minutes);
        CorrectionId = correctionId;
    }

    /// <summary>The Monday of the first week it holds for.</summary>
    public DateOnly FromWeek { get; private set; }

    /// <summary>Minutes a week, 1 to <see cref="Limits.WeekMinutes"/>.</summary>
    public int Minutes { get; private set; }

    /// <summary>The correction that changed the hours, if one did.</summary>
    public Guid? CorrectionId { get; private set; }

    /// <summary>Minutes a week on a day: those of the last row that had begun; before the first, those of the first.</summary>
    /// <param name="rows">In order of time.</param>
    public static int On(IReadOnlyList<WeekMinutes> rows, DateOnly day)
    {
        for (var row = rows.Count - 1; row > 0; row--)
        {
            if (rows[row].Week <= day)
            {
                return rows[row].Minutes;
            }
        }

        return rows.Count > 0 ? rows[0].Minutes : Person.FirstCapacity;
    }

    public void Change(int minutes) => Minutes = Limits.CheckMinutes(minutes, Limits.WeekMinutes, "Hours");
}
