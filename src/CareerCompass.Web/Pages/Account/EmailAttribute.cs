using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace CareerCompass.Web.Pages.Account;

/// <summary>An address that mail can be sent to, and nothing around it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailAttribute() : ValidationAttribute(NotAnAddress)
{
    public const string NotAnAddress = "Enter a valid e-mail address, such as name@example.org.";

    public override bool IsValid(object? value) =>
        value is not string text || text.Length == 0 || IsEmail(text.Trim().Normalize());

    // Composed, as the address that is read back is
    private static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
