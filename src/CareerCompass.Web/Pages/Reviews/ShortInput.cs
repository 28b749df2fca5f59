using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record ShortInput
{
    public List<ShortAnswer> Goals { get; set; } = [];

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Learned { get; set; }

    public int Version { get; set; }
}
