using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Goals;

public sealed record GoalInput
{
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Why { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? DoneWhen { get; set; }

    [Required(ErrorMessage = ValidationMessages.Required)]
    public DateOnly? Target { get; set; }

    public Guid? FocusAreaId { get; set; }

    public Guid? AspirationId { get; set; }

    [MaxTextLength(Limits.MaxShortTextLength)]
    public string? Obstacle { get; set; }

    [MaxTextLength(Limits.MaxShortTextLength)]
    public string? IfThen { get; set; }

    public int Version { get; set; }
}
