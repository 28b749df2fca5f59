using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Web.Localization;
using Microsoft.AspNetCore.Html;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>
/// Builds each row of a long list as one encoded string, because Razor writes fragments separately, which dominates the
/// cost of a page with 200 rows.
/// </summary>
public static class HtmlMarkup
{
    public static HtmlString Format(HtmlInterpolationHandler html) => new(html.ToString());

    public static HtmlString Badge(this Localizer localizer, GoalStatusKind kind)
    {
        var style = kind.ToString().ToLowerInvariant();
        return Format($"""<span class="badge {style}">{localizer.Name(kind)}</span>""");
    }

    public static HtmlString IfThen(string? plan) =>
        plan is null ? HtmlString.Empty : Format($"""<p class="plan">{plan}</p>""");

    [InterpolatedStringHandler]
    public ref struct HtmlInterpolationHandler(int literals, int holes)
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
