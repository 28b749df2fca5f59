using System.Text.RegularExpressions;
using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Jobs;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class EmailJourney(Stage stage) : IClassFixture<Stage>
{
    private const string Password = "a long password";

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (1280, ColorScheme.Light),
        (1280, ColorScheme.Dark),
        (390, ColorScheme.Light),
        (390, ColorScheme.Dark),
    ];

    [Fact]
    public async Task An_administrator_mends_an_address_and_changes_their_own_and_takes_the_account_back()
    {
        await using var visitor = await stage.VisitAsync();
        await visitor.Page.RegisterAsync("Ada", "ada@example.org", Password);
        await MendAsync(visitor);
        await MoveAsync(visitor);
    }

    private async Task MoveAsync(Visitor visitor)
    {
        await using var plain = await stage.VisitAsync(390, scripts: false, state: await visitor.StateAsync());
        var page = plain.Page;
        await page.GotoAsync("/settings");
        await page.FollowAsync("Change your e-mail address");
        await page.GetByLabel("New e-mail address").FillAsync("ada@new.example");
        await page.GetByLabel("Your password").FillAsync("not my password");
        await page.PressAsync("Send me a link");
        await page.SeesAsync("Incorrect password.");
        await page.GetByLabel("Your password").FillAsync(Password);
        await page.PressAsync("Send me a link");
        await page.SeesAsync("Waiting for ada@new.example");
        await stage.App.RunAsync(RecurringJob.Delivery);
        var confirm = NewestLink("account/confirm");
        await LookAsync(visitor, "/settings/email");
        await LookAsync(visitor, confirm);
        await using (var stranger = await stage.VisitAsync())
        {
            await LookAsync(stranger, confirm);
        }

        await page.GotoAsync(confirm);
        await page.PressAsync("Confirm address");
        await page.SeesAsync("Your e-mail address is confirmed.");
        await stage.App.RunAsync(RecurringJob.Delivery);
        var undo = NewestLink("link");
        await LookAsync(visitor, undo);
        await page.GotoAsync(undo);
        await page.PressAsync("Take back your account");
        await page.IsTitledAsync("Set a new password");
        await page.SeesAsync("ada@example.org");
        await page.GetByLabel("New password").FillAsync("another long password");
        await page.PressAsync("Set password");
        await page.IsTitledAsync("Sign in");
    }

    private async Task MendAsync(Visitor admin)
    {
        await using (var other = await stage.VisitAsync())
        {
            await other.Page.RegisterAsync("Bob", "bbo@example.org", Password);
        }

        var page = admin.Page;
        await page.GotoAsync("/admin/people");
        await page.FollowAsync("bbo@example.org");
        await page.FollowAsync("Change the address");
        await LookAsync(admin, new Uri(page.Url).AbsolutePath);
        await page.GetByLabel("New e-mail address").FillAsync("ada@example.org");
        await page.PressAsync("Change the address");
        await page.SeesAsync("An account with this address already exists.");
        await admin.CheckPageAsync();
        await page.GetByLabel("New e-mail address").FillAsync("bob@example.org");
        await page.PressAsync("Change the address");
        await page.IsTitledAsync("bob@example.org");
        await LookAsync(admin, new Uri(page.Url).AbsolutePath);
    }

    private static async Task LookAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        foreach (var (width, scheme) in Looks)
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.CheckPageAsync();
        }
    }

    private string NewestLink(string place) =>
        "/" + Regex.Match(stage.App.NewestMail(), $"{place}/[A-Za-z0-9_-]{{20,}}").Value;
}
