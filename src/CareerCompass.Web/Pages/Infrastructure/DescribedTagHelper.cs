using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Links a control to its hint and error, and renders a day as a date field.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class DescribedTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, id) = FieldTagHelper.Names(For, ViewContext);
        var wrong = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;
        var described = new List<string>();
        if (context.Items.TryGetValue(typeof(FieldTagHelper), out var hinted) && hinted is true)
        {
            described.Add(id + "-hint");
        }

        if (wrong)
        {
            described.Add(id + "-error");
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        if (For.ModelExplorer.ModelType == typeof(DateOnly?) && output.Attributes["type"]?.Value as string != "hidden")
        {
            // The format of date fields, whatever the culture
            output.Attributes.SetAttribute("type", "date");
            output.Attributes.SetAttribute(
                "value",
                entry?.AttemptedValue ?? (For.Model as DateOnly?)?.ToString("O", CultureInfo.InvariantCulture) ?? ""
            );
        }

        if (described.Count > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", string.Join(' ', described));
        }
    }
}
