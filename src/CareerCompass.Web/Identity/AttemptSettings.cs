namespace CareerCompass.Web.Identity;

/// <summary>Setting "SignIn": how many tries to sign in are allowed within a quarter of an hour, in each process.</summary>
public sealed class AttemptSettings
{
    private const int MaxTries = 1_000_000;

    /// <summary>From one network address: a household or a club behind one router shares it.</summary>
    public int TriesPerAddress { get; set; } = 100;

    /// <summary>For one account, whether it exists or not.</summary>
    public int TriesPerAccount { get; set; } = 10;

    /// <exception cref="InvalidOperationException">Sign-in would never work, or the limiter could not count so far.</exception>
    public void Check()
    {
        if (TriesPerAddress is < 1 or > MaxTries || TriesPerAccount is < 1 or > MaxTries)
        {
            throw new InvalidOperationException(
                $"SignIn:TriesPerAddress and SignIn:TriesPerAccount must be between 1 and {MaxTries}."
            );
        }
    }
}
