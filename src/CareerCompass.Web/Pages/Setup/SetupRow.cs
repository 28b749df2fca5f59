using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>A line of a form with many.</summary>
public abstract record SetupRow
{
    /// <summary>What the line is about; null for something new.</summary>
    public Guid? Id { get; set; }

    /// <summary>In one line, though its field grows.</summary>
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title
    {
        get;
        set => field = value?.ReplaceLineEndings(" ");
    }

    public int Version { get; set; }
}
