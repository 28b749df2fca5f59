namespace CareerCompass.Web.Commands.Doctor;

/// <summary>What the doctor says of one thing.</summary>
internal sealed record Finding(char Mark, string Text)
{
    public const char Bad = '✗';

    public static Finding Well(string text) => new('✓', text);

    public static Finding Worth(string text) => new('!', text);

    public static Finding Broken(string text) => new(Bad, text);
}
