using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record FinishInput
{
    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Learned { get; set; }

    public int Version { get; set; }
}
