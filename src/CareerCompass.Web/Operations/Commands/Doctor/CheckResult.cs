namespace CareerCompass.Web.Operations.Commands.Doctor;

internal sealed record CheckResult(char Mark, string Text)
{
    public const char IsFailure = '✗';

    public static CheckResult Passed(string text) => new('✓', text);

    public static CheckResult Warning(string text) => new('!', text);

    public static CheckResult Failed(string text) => new(IsFailure, text);
}
