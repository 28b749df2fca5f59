namespace CareerCompass.Web.Operations.Commands.Doctor;

internal sealed record CheckResult(char Symbol, string Text)
{
    public const char FailureSymbol = '✗';

    public static CheckResult Passed(string text) => new('✓', text);

    public static CheckResult Warning(string text) => new('!', text);

    public static CheckResult Failed(string text) => new(FailureSymbol, text);
}
