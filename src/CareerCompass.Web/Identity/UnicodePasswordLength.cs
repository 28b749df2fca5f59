using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

/// <summary>Counts the characters of a password in the same form on every keyboard.</summary>
public sealed class UnicodePasswordLength : PasswordValidator<AppUser>
{
    public override Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        try
        {
            return base.ValidateAsync(manager, user, password?.Normalize());
        }
        catch (ArgumentException)
        {
            return base.ValidateAsync(manager, user, password); // half of a character, which has no normal form
        }
    }
}
