using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed record TripwireInput
{
    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.MaxTitleLength)]
    public string? Premise { get; set; }

    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.MaxTitleLength)]
    public string? Test { get; set; }

    [KeepTo(Limits.MaxShortTextLength)]
    public string? Otherwise { get; set; }

    [Required(ErrorMessage = Kept.FillIn)]
    public DateOnly? On { get; set; }

    public int Version { get; set; }
}
