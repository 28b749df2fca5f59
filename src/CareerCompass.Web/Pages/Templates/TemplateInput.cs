using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;

namespace CareerCompass.Web.Pages.Templates;

public sealed record TemplateInput
{
    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    public int Version { get; set; }
}
