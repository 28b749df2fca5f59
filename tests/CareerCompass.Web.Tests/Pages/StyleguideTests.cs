using System.Net;
using CareerCompass.Web.Pages.Styleguide;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class StyleguideTests
{
    [Fact]
    public async Task It_shows_every_piece_in_development()
    {
        await using var app = await TestApp.StartAsync(environment: "Development");
        var page = await (await app.RegisterAsync("ada@example.org")).ReadAsync("/styleguide");

        foreach (
            var piece in new[]
            {
                ".toast",
                ".problems",
                ".prompt.offcourse",
                ".badge.stalled",
                ".card",
                "figure.route",
                ".leg.late",
                ".leg.reached",
                ".tasks .done .tick",
                ".nudge",
                ".add input",
                "[aria-invalid]",
                ".tabs",
                ".empty",
                "details.menu",
                "[data-ask]",
                "progress",
                ".pairs",
                ".facts",
                "table",
            }
        )
        {
            Assert.True(page.QuerySelector($"main {piece}") is not null, piece);
        }
    }

    [Fact]
    public async Task It_is_not_there_in_production()
    {
        await using var app = await TestApp.StartAsync();
        using var answer = await (await app.RegisterAsync("ada@example.org")).GetAsync("/styleguide");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Styles_are_under_30_KB_and_scripts_under_20_KB()
    {
        await using var app = await TestApp.StartAsync();
        var files = app.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetDirectoryContents("");

        Assert.InRange(
            files.Where(file => file.Name.EndsWith(".css", StringComparison.Ordinal)).Sum(file => file.Length),
            10_000,
            30 * 1024
        );
        Assert.InRange(
            files.Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)).Sum(file => file.Length),
            5_000,
            20 * 1024
        );
    }

    [Fact]
    public async Task Every_colour_of_text_can_be_read_on_every_ground()
    {
        await using var app = await TestApp.StartAsync();
        using var css = new StreamReader(
            app.Services.GetRequiredService<IWebHostEnvironment>()
                .WebRootFileProvider.GetFileInfo("site.css")
                .CreateReadStream()
        );
        var colours = Palette.Read(await css.ReadToEndAsync()).ToDictionary(colour => colour.Name);

        foreach (var text in new[] { "ink", "soft", "needle", "sea", "moss", "amber" })
        {
            foreach (
                var ground in new[] { "paper", "sheet", "shade" }.Append($"tint-{text}").Where(colours.ContainsKey)
            )
            {
                var (light, dark) = colours[text].On(colours[ground]);
                Assert.True(light >= 4.5 && dark >= 4.5, $"{text} on {ground}: {light:0.00} light, {dark:0.00} dark");
            }
        }

        foreach (var ground in new[] { "paper", "sheet" })
        {
            var (light, dark) = colours["edge"].On(colours[ground]);
            Assert.True(light >= 3 && dark >= 3, $"edge on {ground}: {light:0.00} light, {dark:0.00} dark");
        }
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#abcdef", "#abcdef", 1)]
    public void Contrast_is_reckoned_as_WCAG_does(string one, string other, double expected) =>
        Assert.Equal(expected, Palette.Contrast(one, other), 0.01);
}
