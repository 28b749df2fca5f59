using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>Days in an address.</summary>
public static class DayParser
{
    /// <returns>Null for what is no day, or lies outside a working life.</returns>
    public static DateOnly? Read(string? text, DateOnly today) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var day
        )
        && day <= today
        && day > today.AddYears(-Limits.MaxYearsBack)
            ? day
            : null;
}
