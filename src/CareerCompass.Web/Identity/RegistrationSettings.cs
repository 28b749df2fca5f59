namespace CareerCompass.Web.Identity;

/// <param name="RequiresCode">Whether the first account needs a setup code.</param>
/// <param name="Code">Null when a code is generated and logged at start.</param>
public sealed record RegistrationSettings(RegistrationMode Mode, bool RequiresCode, string? Code)
{
    public const int MinCodeLength = 12;

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
        return code is null || SetupCode.Normalize(code).Length >= MinCodeLength
            ? new RegistrationSettings(mode, !environment.IsDevelopment(), code)
            : throw new InvalidOperationException(
                $"Setup:Code must have at least {MinCodeLength} letters and digits, so that it cannot be guessed."
            );
    }
}
