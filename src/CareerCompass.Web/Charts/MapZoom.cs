using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Charts;

public enum MapZoom
{
    Quarter,
    Year,
    FiveYears,
}
