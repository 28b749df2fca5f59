using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Operations;

/// <summary>A feature registers one as a singleton; the administration overview shows it at the top.</summary>
/// <param name="GetMessage">Returns null when all is well. Called each time the overview is shown.</param>
public sealed record AdminWarning(Func<IServiceProvider, Localizer, string?> GetMessage);
