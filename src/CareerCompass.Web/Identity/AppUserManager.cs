using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

/// <summary>Does not sign out other devices when Identity rehashes an unchanged password.</summary>
public sealed class AppUserManager(
    IUserStore<AppUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<AppUser> hasher,
    IEnumerable<IUserValidator<AppUser>> userValidators,
    IEnumerable<IPasswordValidator<AppUser>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<AppUser>> log
) : UserManager<AppUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    public override async Task<bool> CheckPasswordAsync(AppUser user, string password)
    {
        var result = await VerifyPasswordAsync((IUserPasswordStore<AppUser>)Store, user, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.PasswordHash = PasswordHasher.HashPassword(user, password);
            await UpdateUserAsync(user);
        }

        return result != PasswordVerificationResult.Failed;
    }
}
