namespace CareerCompass.Domain.Reviews;

public enum ReviewKind
{
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}
