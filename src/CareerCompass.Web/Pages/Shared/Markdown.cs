using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace CareerCompass.Web.Pages.Shared;

/// <summary>Raw HTML is disabled, links lead only to web and mail addresses, and images become links.</summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .UseTaskLists()
        .UsePipeTables()
        .Build();

    public static IHtmlContent ToHtml(string? text)
    {
        try
        {
            return Draw(Markdig.Markdown.Parse(text ?? "", Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested too deeply for the parser; shown as plain text, so that it can be corrected
            return new HtmlString($"<p>{HtmlEncoder.Default.Encode(text!)}</p>");
        }
    }

    private static HtmlString Draw(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            link.Url = Allowed(link.GetDynamicUrl?.Invoke() ?? link.Url) ? link.Url : "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !Allowed(link.Url)))
        {
            link.Url = "";
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new HtmlString(writer.ToString());
    }

    // Blocks "javascript:" and other schemes
    private static bool Allowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
}
