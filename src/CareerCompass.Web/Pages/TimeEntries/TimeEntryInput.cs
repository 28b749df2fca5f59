using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.TimeEntries;

public sealed record TimeEntryInput
{
    /// <summary>A goal, or one of its tasks, which implies the goal.</summary>
    [Required(ErrorMessage = ValidationMessages.ChooseOne)]
    public Guid? GoalId { get; set; }

    /// <summary>As typed; see <see cref="Domain.Planning.Duration.Parse"/>.</summary>
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(40)]
    public string? Time { get; set; }

    [Required(ErrorMessage = ValidationMessages.Required)]
    public DateOnly? Day { get; set; }

    public int Version { get; set; }
}
