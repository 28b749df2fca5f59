using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <param name="Issuer">The address of the provider that it is of.</param>
/// <param name="IsUsable">It is of the provider that is set up now.</param>
public sealed record LinkedSignIn(string Key, string Issuer, bool IsUsable);
