using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Hashes passwords in NFKC, because keyboards encode the same letter differently: a Mac may send "é" as two
/// characters. Older hashes are matched by trying the other forms.
/// </summary>
public sealed class UnicodePasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<AppUser>(options)
{
    public override string HashPassword(AppUser user, string password) =>
        base.HashPassword(user, NormalForms(password)[0]);

    /// <summary>Identity rehashes the password when another form matched.</summary>
    public override PasswordVerificationResult VerifyHashedPassword(
        AppUser user,
        string hashedPassword,
        string providedPassword
    )
    {
        var forms = NormalForms(providedPassword);
        for (var at = 0; at < forms.Count; at++)
        {
            var result = base.VerifyHashedPassword(user, hashedPassword, forms[at]);
            if (result != PasswordVerificationResult.Failed)
            {
                return at == 0 ? result : PasswordVerificationResult.SuccessRehashNeeded;
            }
        }

        return PasswordVerificationResult.Failed;
    }

    /// <summary>The form to hash, then those that older hashes may have used.</summary>
    private static List<string> NormalForms(string password)
    {
        try
        {
            return
            [
                .. new[]
                {
                    password.Normalize(NormalizationForm.FormKC),
                    password,
                    password.Normalize(NormalizationForm.FormC),
                    password.Normalize(NormalizationForm.FormD),
                    password.Normalize(NormalizationForm.FormKD),
                }.Distinct(StringComparer.Ordinal),
            ];
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate has no normal form
            return [password];
        }
    }
}
