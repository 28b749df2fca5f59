using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed record TripwireInput
{
    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.Title)]
    public string? Premise { get; set; }

    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.Title)]
    public string? Test { get; set; }

    [KeepTo(Limits.Line)]
    public string? Otherwise { get; set; }

    [Required(ErrorMessage = Kept.FillIn)]
    public DateOnly? On { get; set; }

    public int Version { get; set; }
}
