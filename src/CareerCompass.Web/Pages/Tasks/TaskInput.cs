using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Tasks;

public sealed record TaskInput
{
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>As typed; see <see cref="Domain.Planning.Duration.Parse"/>.</summary>
    [MaxTextLength(40)]
    public string? Estimate { get; set; }

    public Guid? MilestoneId { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Notes { get; set; }

    public List<Guid> After { get; set; } = [];

    [MaxTextLength(Limits.MaxShortTextLength)]
    public string? Obstacle { get; set; }

    [MaxTextLength(Limits.MaxShortTextLength)]
    public string? IfThen { get; set; }

    public int Version { get; set; }
}
