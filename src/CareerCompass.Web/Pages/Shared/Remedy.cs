using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>A way out of what a prompt tells of.</summary>
/// <param name="Path">From the root of the app.</param>
/// <param name="IsPost">A button that does it; otherwise a link to a page that shows it first.</param>
public sealed record Remedy(string Path, string Label, bool IsPost = false);
