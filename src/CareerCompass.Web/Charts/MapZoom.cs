namespace CareerCompass.Web.Charts;

public enum MapZoom
{
    Quarter,
    Year,
    FiveYears,
}
