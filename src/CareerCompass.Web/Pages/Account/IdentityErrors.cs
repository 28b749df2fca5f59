using CareerCompass.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareerCompass.Web.Pages.Account;

public static class IdentityErrors
{
    public const int MinPasswordLength = 10;

    /// <summary>Bounds the cost of hashing.</summary>
    public const int MaxPasswordLength = 200;

    public const int MaxEmailLength = 254;

    public static void AddIdentityErrors(this ModelStateDictionary state, IdentityResult result, Localizer localizer)
    {
        foreach (var (field, sentence) in result.Errors.Select(error => Describe(error, localizer)).Distinct())
        {
            state.AddModelError(field, sentence);
        }
    }

    private static (string Field, string Sentence) Describe(IdentityError error, Localizer localizer) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => (
                "Input.Email",
                localizer["An account with this address already exists. Sign in, or set a new password."]
            ),
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => (
                "Input.Email",
                localizer[EmailAttribute.InvalidAddress]
            ),
            nameof(IdentityErrorDescriber.PasswordTooShort) => (
                "Input.Password",
                localizer["Use at least {0} characters. A few random words are easy to remember.", MinPasswordLength]
            ),
            nameof(IdentityErrorDescriber.PasswordMismatch) => (
                "Input.Current",
                localizer["Your current password is incorrect."]
            ),
            _ => ("", error.Description),
        };
}
