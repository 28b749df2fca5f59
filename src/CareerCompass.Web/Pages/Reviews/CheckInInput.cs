using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record CheckInInput
{
    [Required(ErrorMessage = ValidationMessages.ChooseOne)]
    [DeniedValues(Domain.Reviews.ProgressRating.NotAsked, ErrorMessage = ValidationMessages.ChooseOne)]
    public ProgressRating? Progress { get; set; }

    [Required(ErrorMessage = ValidationMessages.ChooseOne)]
    [Range(0, 10, ErrorMessage = "Choose a number from 0 to 10.")]
    public int? Confidence { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Obstacle { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? NextStep { get; set; }

    public bool LastDone { get; set; }

    /// <summary>
    /// The value that the form showed. Only a change counts: the e-mail may have ticked it meanwhile.
    /// </summary>
    public bool LastWas { get; set; }

    /// <summary>The version of the answer that the form was filled from; null for a new one.</summary>
    public int? Version { get; set; }
}
