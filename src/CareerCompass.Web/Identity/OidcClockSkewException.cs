using System.Globalization;

namespace CareerCompass.Web.Identity;

/// <summary>
/// A token that was issued this moment is not valid yet, or not any more, because the provider's clock is off, or ours.
/// </summary>
/// <param name="ahead">How far the provider is ahead; negative when it is behind.</param>
public sealed class OidcClockSkewException(TimeSpan ahead)
    : Exception($"The provider's clock is {Minutes(ahead)} {Direction(ahead)} this server's.")
{
    public TimeSpan Ahead { get; } = ahead;

    private static string Direction(TimeSpan ahead) => ahead > TimeSpan.Zero ? "ahead of" : "behind";

    private static string Minutes(TimeSpan difference) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(difference.TotalMinutes):0} minutes");
}
