using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;

namespace CareerCompass.Web.Pages.Milestones;

public sealed record MilestoneInput
{
    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    [Required(ErrorMessage = Kept.FillIn)]
    public DateOnly? Date { get; set; }

    public int Version { get; set; }
}
