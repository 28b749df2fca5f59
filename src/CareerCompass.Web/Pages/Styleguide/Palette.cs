using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerCompass.Web.Pages.Styleguide;

public static partial class Palette
{
    /// <param name="Name">As in var(--name).</param>
    public sealed record Colour(string Name, string Light, string Dark)
    {
        public (double Light, double Dark) On(Colour ground) =>
            (Contrast(Light, ground.Light), Contrast(Dark, ground.Dark));
    }

    public static IReadOnlyList<Colour> Read(string css) =>
        [
            .. Definition()
                .Matches(css)
                .Select(match => new Colour(
                    match.Groups["name"].Value,
                    match.Groups["light"].Value,
                    match.Groups["dark"].Value
                )),
        ];

    /// <summary>WCAG contrast ratio, 1 to 21. Text needs 4.5; other visible elements need 3.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"--(?<name>[\w-]+):\s*light-dark\((?<light>#[0-9a-f]{6}),\s*(?<dark>#[0-9a-f]{6})\)")]
    private static partial Regex Definition();
}
