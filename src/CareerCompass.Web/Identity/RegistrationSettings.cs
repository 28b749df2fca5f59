namespace CareerCompass.Web.Identity;

/// <summary>Settings "Registration" and "Setup": who may open an account here.</summary>
/// <param name="AsksForCode">Whether the first account needs a set-up code.</param>
/// <param name="Code">The set-up code that was chosen; null when one is made and printed at start.</param>
public sealed record RegistrationSettings(RegistrationMode Mode, bool AsksForCode, string? Code)
{
    /// <summary>Letters and digits in a set-up code.</summary>
    public const int MinCodeLength = 12;

    /// <exception cref="InvalidOperationException">A setting cannot work.</exception>
    public static RegistrationSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var usual = environment.IsDevelopment() ? RegistrationMode.Open : RegistrationMode.Invite;
        var mode = configuration["Registration:Mode"] is { Length: > 0 } said
            ? Enum.GetNames<RegistrationMode>()
                .FirstOrDefault(name => name.Equals(said.Trim(), StringComparison.OrdinalIgnoreCase))
                is { } known
                ? Enum.Parse<RegistrationMode>(known)
                : throw new InvalidOperationException(
                    $"Registration:Mode is {said}, but must be Open, Invite or Closed."
                )
            : usual;
        var code = configuration["Setup:Code"] is { Length: > 0 } chosen ? chosen : null;
        return code is null || SetupCode.Plain(code).Length >= MinCodeLength
            ? new RegistrationSettings(mode, !environment.IsDevelopment(), code)
            : throw new InvalidOperationException(
                $"Setup:Code must have at least {MinCodeLength} letters and digits, so that it cannot be guessed."
            );
    }
}
