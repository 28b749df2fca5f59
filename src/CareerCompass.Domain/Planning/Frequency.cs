namespace CareerCompass.Domain.Planning;

public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
