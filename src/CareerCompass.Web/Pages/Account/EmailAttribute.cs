using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace CareerCompass.Web.Pages.Account;

[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailAttribute() : ValidationAttribute(InvalidAddress)
{
    public const string InvalidAddress = "Enter a valid e-mail address, such as name@example.org.";

    public override bool IsValid(object? value) =>
        value is not string text || text.Length == 0 || IsEmail(text.Trim().Normalize());

    private static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
