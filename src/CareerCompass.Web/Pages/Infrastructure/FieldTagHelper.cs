using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>A form field: label, hint, control and error, linked for screen readers.</summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (name, id) = Names(For, ViewContext);
        output.TagName = "div";
        output.AddClass("field", System.Text.Encodings.Web.HtmlEncoder.Default);
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(Label);
        output.PreContent.AppendHtml(label);
        if (Hint is not null)
        {
            var hint = new TagBuilder("p") { Attributes = { ["class"] = "hint", ["id"] = id + "-hint" } };
            hint.InnerHtml.Append(Hint);
            output.PreContent.AppendHtml(hint);
        }

        if (ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
        {
            var error = new TagBuilder("p") { Attributes = { ["class"] = "error", ["id"] = id + "-error" } };
            error.InnerHtml.Append(string.Join(" ", entry.Errors.Select(problem => problem.ErrorMessage)));
            output.PostContent.AppendHtml(error);
        }

        context.Items[typeof(FieldTagHelper)] = Hint is not null;
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }

    internal static (string Name, string Id) Names(ModelExpression expression, ViewContext view)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        return (name, TagBuilder.CreateSanitizedId(name, "_"));
    }
}
