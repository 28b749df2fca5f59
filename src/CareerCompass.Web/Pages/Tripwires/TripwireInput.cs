using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed record TripwireInput
{
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Premise { get; set; }

    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Test { get; set; }

    [MaxTextLength(Limits.MaxShortTextLength)]
    public string? Otherwise { get; set; }

    [Required(ErrorMessage = ValidationMessages.Required)]
    public DateOnly? On { get; set; }

    public int Version { get; set; }
}
