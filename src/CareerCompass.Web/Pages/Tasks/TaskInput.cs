using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;

namespace CareerCompass.Web.Pages.Tasks;

public sealed record TaskInput
{
    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>As typed; see <see cref="Domain.Planning.Duration.Parse"/>.</summary>
    [KeepTo(40)]
    public string? Estimate { get; set; }

    public Guid? MilestoneId { get; set; }

    [KeepTo(Limits.MaxNotesLength)]
    public string? Notes { get; set; }

    /// <summary>The tasks it comes after.</summary>
    public List<Guid> After { get; set; } = [];

    [KeepTo(Limits.MaxShortTextLength)]
    public string? Obstacle { get; set; }

    [KeepTo(Limits.MaxShortTextLength)]
    public string? IfThen { get; set; }

    public int Version { get; set; }
}
