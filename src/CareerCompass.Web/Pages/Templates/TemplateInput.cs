using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Templates;

public sealed record TemplateInput
{
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    public int Version { get; set; }
}
