using System.ComponentModel.DataAnnotations;

namespace CareerCompass.Web.Pages.Efforts;

public sealed record EffortInput
{
    /// <summary>The goal, or one of its tasks, which stands for both.</summary>
    [Required(ErrorMessage = Kept.Choose)]
    public Guid? GoalId { get; set; }

    /// <summary>As typed; see <see cref="Domain.Planning.Duration.Parse"/>.</summary>
    [Required(ErrorMessage = Kept.FillIn)]
    [KeepTo(40)]
    public string? Time { get; set; }

    [Required(ErrorMessage = Kept.FillIn)]
    public DateOnly? Day { get; set; }

    public int Version { get; set; }
}
