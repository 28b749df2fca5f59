using System.Diagnostics;

namespace CareerCompass.Browser.Tests.Support;

/// <summary>Finds a Chromium-based browser, so that <c>dotnet test</c> needs no preparation.</summary>
public static class ChromiumFinder
{
    private const string Setting = "CAREERCOMPASS_BROWSER";

    private static readonly string[] OnPath =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "msedge",
        "chrome.exe",
        "msedge.exe",
    ];

    private static readonly string[] WellKnown =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
            "Google/Chrome/Application/chrome.exe"
        ),
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86),
            "Microsoft/Edge/Application/msedge.exe"
        ),
    ];

    /// <param name="playwrightsOwn">Where Playwright would download its browser.</param>
    public static async Task<string> Find(string playwrightsOwn)
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } chosen)
            return File.Exists(chosen)
                ? chosen
                : throw new FileNotFoundException($"{Setting} names {chosen}, which is not there.");

        return Installed(playwrightsOwn)
            ?? await InstallOnDebian(playwrightsOwn)
            ?? throw new FileNotFoundException(
                $"""
                The browser tests need a browser, and none was found. Do one of these three, then run the tests again:
                1. Install Chromium, Google Chrome or Microsoft Edge; on Debian: sudo apt-get install chromium
                2. Set {Setting} to the full path of a browser of that family
                3. Let Playwright download its own: pwsh {Path.Combine(
                    AppContext.BaseDirectory,
                    "playwright.ps1"
                )} install chromium
                """
            );
    }

    private static string? Installed(string playwrightsOwn) =>
        (
            from name in OnPath
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
                Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries
            )
            select Path.Combine(folder, name)
        )
            .Concat(WellKnown)
            .Append(playwrightsOwn)
            .FirstOrDefault(File.Exists);

    private static async Task<string?> InstallOnDebian(string playwrightsOwn)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !await IsDebian())
            return null;

        using var alone = await Alone(TimeSpan.FromMinutes(10));
        // Another test process may have installed it in the meantime
        if (Installed(playwrightsOwn) is { } already)
            return already;
        await AptGet("update");
        await AptGet("install", "-y", "chromium");
        return Installed(playwrightsOwn);
    }

    // Ubuntu's package only installs a snap, which does not run in a container
    private static async Task<bool> IsDebian() =>
        File.Exists("/usr/bin/apt-get")
        && File.Exists("/etc/os-release")
        && await File.ReadAllTextAsync("/etc/os-release") is var text
        && text.Contains("debian", StringComparison.OrdinalIgnoreCase)
        && !text.Contains("ubuntu", StringComparison.OrdinalIgnoreCase);

    private static async Task<FileStream> Alone(TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        var path = Path.Combine(Path.GetTempPath(), "careercompass-browser.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), enough.Token);
            }
        }
    }

    private static async Task AptGet(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", ["-qq", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"apt-get {string.Join(' ', arguments)} failed: {await errors}{await output}"
            );
    }
}
