using System.Globalization;
using System.Text;

namespace CareerCompass.Web.Identity;

public static class TypedText
{
    /// <summary>
    /// Converts digits of every script to ASCII, and removes spaces, dashes and invisible characters.
    /// </summary>
    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((int)Rune.GetNumericValue(rune));
                    break;
                case UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control:
                case var _ when Rune.IsWhiteSpace(rune) || rune.Value == Minus:
                    break;
                default:
                    plain.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
                    break;
            }
        }

        return plain.ToString();
    }

    private const int Minus = 0x2212;
}
