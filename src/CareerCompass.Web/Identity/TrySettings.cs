namespace CareerCompass.Web.Identity;

/// <summary>Setting "SignIn": how often somebody may try within a quarter of an hour, in each process.</summary>
public sealed class TrySettings
{
    /// <summary>From one network address: a household or a club behind one router shares it.</summary>
    public int TriesPerAddress { get; set; } = 100;

    /// <summary>For one account, whether it exists or not.</summary>
    public int TriesPerAccount { get; set; } = 10;

    /// <exception cref="InvalidOperationException">Nobody could ever sign in.</exception>
    public void Check()
    {
        if (TriesPerAddress < 1 || TriesPerAccount < 1)
        {
            throw new InvalidOperationException("SignIn:TriesPerAddress and SignIn:TriesPerAccount have to be at least 1.");
        }
    }
}
