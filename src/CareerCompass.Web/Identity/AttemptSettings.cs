namespace CareerCompass.Web.Identity;

/// <summary>Setting "SignIn": how many sign-in attempts each process allows in a quarter of an hour.</summary>
public sealed class AttemptSettings
{
    private const int MaxTries = 1_000_000;

    /// <summary>Per network address, which a household or club behind one router shares.</summary>
    public int TriesPerAddress { get; set; } = 100;

    public int TriesPerAccount { get; set; } = 10;

    public void Validate()
    {
        if (TriesPerAddress is < 1 or > MaxTries || TriesPerAccount is < 1 or > MaxTries)
        {
            throw new InvalidOperationException(
                $"SignIn:TriesPerAddress and SignIn:TriesPerAccount must be between 1 and {MaxTries}."
            );
        }
    }
}
