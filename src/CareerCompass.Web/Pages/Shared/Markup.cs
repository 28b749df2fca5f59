using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Web.Localization;
using Microsoft.AspNetCore.Html;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>
/// HTML of one piece, for the rows of long lists: Razor hands each word between two tags on by itself, which is what a page
/// of 200 rows mostly costs. What stands in the holes is encoded, as in Razor.
/// </summary>
public static class Markup
{
    public static HtmlString Format(Writer html) => new(html.ToString());

    /// <summary>The badge of a goal's bearing.</summary>
    public static HtmlString Badge(this Localizer localizer, GoalStatusKind goalStatusKind) =>
        Format(
            $"""<span class="badge {goalStatusKind.ToString().ToLowerInvariant()}">{localizer.Name(goalStatusKind)}</span>"""
        );

    /// <summary>A task's if-then plan, under its title; nothing when there is none.</summary>
    public static HtmlString IfThen(string? plan) =>
        plan is null ? HtmlString.Empty : Format($"""<p class="plan">{plan}</p>""");

    /// <summary>Takes the string apart.</summary>
    [InterpolatedStringHandler]
    public ref struct Writer(int literals, int holes)
    {
        private DefaultInterpolatedStringHandler text = new(literals, holes, CultureInfo.InvariantCulture);

        public void AppendLiteral(string html) => text.AppendLiteral(html);

        public void AppendFormatted(string? value) =>
            text.AppendFormatted(value is null ? "" : HtmlEncoder.Default.Encode(value));

        public void AppendFormatted(Guid id) => text.AppendFormatted(id);

        public void AppendFormatted(HtmlString html) => text.AppendLiteral(html.Value ?? "");

        public override string ToString() => text.ToStringAndClear();
    }
}
