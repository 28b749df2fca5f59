using CareerCompass.Web.Localization;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Pages.Infrastructure;

public sealed record PageDependencies(CompassDb Db, Localizer Localizer, TimeProvider Clock);
