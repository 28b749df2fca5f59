namespace CareerCompass.Web.Identity;

/// <param name="OtherAddress">The address that the provider reports, when it differs from the account's.</param>
public sealed record LinkedSignIns(
    string? Provider,
    IReadOnlyList<LinkedSignIn> Links,
    bool HasOtherSignIn,
    string? OtherAddress,
    string? Address
)
{
    public bool HasAny => Provider is not null || Links.Count > 0;

    public bool CanLink => Provider is not null && !Links.Any(link => link.IsUsable);

    public bool CanUnlink(LinkedSignIn link) => HasOtherSignIn || Links.Any(other => other.IsUsable && other != link);
}
