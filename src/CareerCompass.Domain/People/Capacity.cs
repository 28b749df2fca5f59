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

    public void Change(int minutes) => Minutes = Limits.CheckMinutes(minutes, Limits.WeekMinutes, "Hours");
}
