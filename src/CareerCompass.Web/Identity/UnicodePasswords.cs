using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Hashes passwords in one Unicode form (NFKC), as keyboards disagree on how to write the same letter: a Mac may send "é"
/// as two characters, a Japanese keyboard sends digits in full width. A hash from before is found by the other forms.
/// </summary>
public sealed class UnicodePasswords(IOptions<PasswordHasherOptions> options) : PasswordHasher<AppUser>(options)
{
    public override string HashPassword(AppUser user, string password) => base.HashPassword(user, Forms(password)[0]);

    /// <summary>Identity stores the password's hash again when another form than ours was right.</summary>
    public override PasswordVerificationResult VerifyHashedPassword(
        AppUser user,
        string hashedPassword,
        string providedPassword
    )
    {
        var forms = Forms(providedPassword);
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

    /// <summary>The form that is hashed, then those that a hash may have been made of before. For ASCII they are all the same.</summary>
    private static List<string> Forms(string password)
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
            return [password]; // half of a character, which has no normal form
        }
    }
}
