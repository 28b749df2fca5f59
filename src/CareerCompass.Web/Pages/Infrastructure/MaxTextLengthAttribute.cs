using System.ComponentModel.DataAnnotations;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Unlike MaxLength, does not make the browser truncate pasted text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxTextLengthAttribute(int most) : ValidationAttribute(ValidationMessages.TooLong)
{
    public override bool IsValid(object? value) => value is not string text || text.Trim().Length <= most;

    public override string FormatErrorMessage(string name) =>
        string.Format(System.Globalization.CultureInfo.CurrentCulture, ErrorMessageString, name, most);
}
