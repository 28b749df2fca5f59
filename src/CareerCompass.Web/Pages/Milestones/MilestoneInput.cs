using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Milestones;

public sealed record MilestoneInput
{
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    [Required(ErrorMessage = ValidationMessages.Required)]
    public DateOnly? Date { get; set; }

    public int Version { get; set; }
}
