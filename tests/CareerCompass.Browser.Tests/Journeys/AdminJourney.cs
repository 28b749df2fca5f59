using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class AdminJourney(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task The_first_one_invites_somebody_and_looks_after_their_account()
    {
        await using var admin = await stage.VisitAsync();
        var page = admin.Page;
        await page.RegisterAsync("Ada", "ada@example.org", "a long password");
        await page.GotoAsync("/admin/invites");
        await page.GetByLabel("E-mail address").FillAsync("bob@example.org");
        await page.PressAsync("Create link");
        var link = await page.GetByRole(AriaRole.Textbox, new() { Name = "Invitation link" }).InputValueAsync();
        await page.PressAsync("Copy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        Assert.Equal(link, await admin.CopiedAsync());
        await admin.CheckPageAsync();

        await using (var bob = await stage.VisitAsync())
        {
            await bob.Page.GotoAsync(link);
            await bob.Page.IsTitledAsync("You are invited");
            await bob.CheckPageAsync();
            await bob.Page.GetByLabel("Your name").FillAsync("Bob");
            await bob.Page.GetByLabel("Password").FillAsync("a long password");
            await Assertions.Expect(bob.Page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
            await bob.Page.PressAsync("Create account");
            await bob.Page.IsTitledAsync("Where do you want your career to go?");

            await page.GotoAsync("/admin/people");
            await page.FollowAsync("bob@example.org");
            await page.PressAsync("Disable the account");
            await page.SeesAsync("Disabled");
            await bob.Page.GotoAsync("/goals");
            await bob.Page.IsTitledAsync("Sign in");
            await bob.Page.GotoAsync(link);
            await bob.Page.IsTitledAsync("This invitation has already been used");
            await bob.CheckPageAsync();
        }

        await page.PressAsync("Create link");
        var person = new Uri(page.Url).AbsolutePath;
        var state = await admin.StateAsync();
        foreach (
            var (width, scheme) in new[]
            {
                (1280, ColorScheme.Light),
                (1280, ColorScheme.Dark),
                (390, ColorScheme.Light),
                (390, ColorScheme.Dark),
            }
        )
        {
            await using var visitor = await stage.VisitAsync(width, scheme, state: state);
            foreach (
                var path in new[]
                {
                    "/admin",
                    "/admin/people",
                    "/admin/people?search=nobody",
                    person,
                    $"{person}/delete",
                    "/admin/invites",
                    "/admin/mail",
                    "/admin/jobs",
                    "/admin/settings",
                    "/settings/delete",
                }
            )
            {
                await visitor.Page.GotoAsync(path);
                await visitor.CheckPageAsync();
            }
        }
    }
}
