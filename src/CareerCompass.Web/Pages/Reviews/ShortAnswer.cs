using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record ShortAnswer
{
    public Guid GoalId { get; set; }

    [Range(0, 10, ErrorMessage = "Choose a number from 0 to 10.")]
    public int? Confidence { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? NextStep { get; set; }

    /// <summary>See <see cref="CheckInInput.LastDone"/>; likewise the next one.</summary>
    public bool LastDone { get; set; }

    public bool LastWas { get; set; }

    /// <summary>The version of the answer that the line was filled from; null for a new one.</summary>
    public int? Version { get; set; }
}
