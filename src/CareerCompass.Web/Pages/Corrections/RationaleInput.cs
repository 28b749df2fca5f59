using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Corrections;

public record RationaleInput
{
    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Reason { get; set; }

    public Cause? Cause { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Lesson { get; set; }

    public Rationale ToRationale() => new(Reason, Cause, Lesson);
}
