using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record CheckInInput
{
    [Required(ErrorMessage = ValidationMessages.Choose)]
    [DeniedValues(Domain.Reviews.ProgressRating.NotAsked, ErrorMessage = ValidationMessages.Choose)]
    public ProgressRating? Progress { get; set; }

    [Required(ErrorMessage = ValidationMessages.Choose)]
    [Range(0, 10, ErrorMessage = "Choose a number from 0 to 10.")]
    public int? Confidence { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Obstacle { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? NextStep { get; set; }

    /// <summary>The next step of the last time is done.</summary>
    public bool LastDone { get; set; }

    /// <summary>What the form showed of that: only a change counts, as it may have been ticked off from an e-mail meanwhile.</summary>
    public bool LastWas { get; set; }

    /// <summary>That of the answer which the form was filled from; null when there was none yet.</summary>
    public int? Version { get; set; }
}
