using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Setup;

public abstract record SetupRow
{
    public Guid? Id { get; set; }

    /// <summary>A single line, although its field grows.</summary>
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title
    {
        get;
        set => field = value?.ReplaceLineEndings(" ");
    }

    public int Version { get; set; }
}
