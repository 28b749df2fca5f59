using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Operations;

/// <summary>
/// Something that whoever runs the server should know before it hurts. Any room may register one as a singleton; the
/// overview in administration shows those that find something, first of all.
/// </summary>
/// <param name="FindAll">What to say; null when all is well. Asked with each look at the overview.</param>
public sealed record AdminWarning(Func<IServiceProvider, Localizer, string?> FindAll);
