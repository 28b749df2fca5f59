using System.Text.RegularExpressions;
using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class SignInJourney(NamedStage stage) : IClassFixture<NamedStage>
{
    private const string Password = "a long password";

    [Fact]
    public async Task A_person_signs_in_by_app_by_recovery_code_and_by_passkey()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin Vale", "robin@example.org", Password);
        var codes = await SetUpAppAsync(visitor, page);

        await SignOutAsync(page);
        await page.GotoAsync("/account/sign-in");
        await visitor.CheckPageAsync();
        await page.GetByLabel("E-mail address").FillAsync("robin@example.org");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.PressAsync("Sign in");
        await page.IsTitledAsync("One more step");
        await visitor.CheckPageAsync();
        await page.GetByText("Use a recovery code instead").ClickAsync();
        await page.GetByLabel("Recovery code").FillAsync(codes[3]);
        await page.PressAsync("Sign in");
        await page.SeesAsync("9 are left");

        await visitor.PlugInPasskeysAsync();
        await AddPasskeyAsync(visitor, page);

        await SignOutAsync(page);
        await page.GotoAsync("/account/sign-in");
        await page.IsTitledAsync("Today");

        // By the button, for browsers without conditional mediation
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = undefined;");
        await SignOutAsync(page);
        await page.GotoAsync("/account/sign-in?returnUrl=%2Fsettings%2Fsecurity");
        await page.PressAsync("Sign in with a passkey");
        await page.IsTitledAsync("Security");
        await RemovePasskeyAsync(visitor, page);

        await SignOutAsync(page);
        await page.GotoAsync("/account/sign-in");
        await page.PressAsync("Sign in with a passkey");
        await page.IsTitledAsync("The passkey did not work");
        await visitor.CheckPageAsync();
    }

    private static async Task<IReadOnlyList<string>> SetUpAppAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/settings/security");
        await visitor.CheckPageAsync();
        await page.FollowAsync("Set it up");
        await visitor.CheckPageAsync();
        var key = (await page.Locator(".key").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Current code from the app")
            .FillAsync(TotpTokenProvider.ComputeCode(key, TimeProvider.System.GetUtcNow().UtcDateTime));
        await page.PressAsync("Turn it on");
        await page.IsTitledAsync("Your recovery codes");
        await visitor.CheckPageAsync();
        var codes = await page.Locator("#codes code").AllTextContentsAsync();
        Assert.Equal(Authenticator.RecoveryCodeCount, codes.Count);
        await page.PressAsync("Copy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        Assert.Equal(string.Join('\n', codes), await visitor.CopiedAsync());
        await page.FollowAsync("I have saved them");
        await page.SeesAsync("10 of 10 are left");
        await visitor.CheckPageAsync();
        return codes;
    }

    private static async Task AddPasskeyAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/settings/security");
        await page.FollowAsync("Add a passkey");
        await visitor.CheckPageAsync();
        await page.GetByLabel("Name").FillAsync("Key ring");
        await page.PressAsync("Create passkey");
        await page.SeesAsync("“Key ring” is added");
        await visitor.CheckPageAsync();

        await page.FollowAsync("Add a passkey");
        await page.PressAsync("Create passkey");
        await page.SeesAsync("No passkey was created");
    }

    private static async Task RemovePasskeyAsync(Visitor visitor, IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Rename or remove") }).ClickAsync();
        await visitor.CheckPageAsync();
        await page.GetByLabel("Name").FillAsync("Old key ring");
        await page.PressAsync("Rename");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Rename or remove") }).ClickAsync();
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("Old key ring");
        await page.PressAsync("Remove passkey");
        await page.SeesAsync("“Old key ring” is removed");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/help");
        await page.Locator(".menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.SeesAsync("You are signed out.");
    }
}
