using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Charts;

/// <summary>How much time the map shows.</summary>
public enum MapZoom
{
    Quarter,
    Year,
    FiveYears,
}
