using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

public sealed class UnicodePasswordValidator : PasswordValidator<AppUser>
{
    public override Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        try
        {
            return base.ValidateAsync(manager, user, password?.Normalize());
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate has no normal form
            return base.ValidateAsync(manager, user, password);
        }
    }
}
