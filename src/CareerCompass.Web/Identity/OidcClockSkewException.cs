using System.Globalization;

namespace CareerCompass.Web.Identity;

/// <param name="ahead">How far the provider's clock is ahead; negative when it is behind.</param>
public sealed class OidcClockSkewException(TimeSpan ahead)
    : Exception($"The provider's clock is {Minutes(ahead)} {Direction(ahead)} this server's.")
{
    public TimeSpan Ahead { get; } = ahead;

    private static string Direction(TimeSpan ahead) => ahead > TimeSpan.Zero ? "ahead of" : "behind";

    private static string Minutes(TimeSpan difference) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(difference.TotalMinutes):0} minutes");
}
