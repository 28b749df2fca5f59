namespace CareerCompass.Web.Pages.Shared;

/// <param name="Path">From the root of the app.</param>
/// <param name="IsPost">Whether a button applies it; otherwise a link leads to a preview.</param>
public sealed record Remedy(string Path, string Label, bool IsPost = false);
