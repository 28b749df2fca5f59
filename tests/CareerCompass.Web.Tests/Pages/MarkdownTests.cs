using AngleSharp.Html.Parser;
using CareerCompass.Web.Pages.Shared;

namespace CareerCompass.Web.Tests.Pages;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![a](https://tracker.example/pixel.png)")]
    [InlineData("![a](javascript:alert(1))")]
    public void Nothing_harmful_passes(string text)
    {
        var body = new HtmlParser().ParseDocument(Html(text)).Body!;

        Assert.Empty(body.QuerySelectorAll("script, img, iframe, object, style"));
        Assert.All(body.QuerySelectorAll("a[href]"), link =>
            Assert.Matches("^(https?:|mailto:|$)", link.GetAttribute("href")!)
        );
        Assert.All(body.QuerySelectorAll("*"), element =>
            Assert.DoesNotContain(element.Attributes, attribute =>
                attribute.Name.StartsWith("on", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void Lists_emphasis_and_links_are_drawn()
    {
        var body = new HtmlParser()
            .ParseDocument(Html("- **bold** [site](https://example.org)\n- [x] done\n\nhttps://example.com"))
            .Body!;

        Assert.Equal(2, body.QuerySelectorAll("li").Length);
        Assert.NotNull(body.QuerySelector("strong"));
        Assert.Equal(
            ["https://example.org", "https://example.com"],
            body.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
    }

    private static string Html(string text)
    {
        using var writer = new StringWriter();
        Markdown.ToHtml(text).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
