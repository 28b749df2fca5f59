using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Reviews;

public enum ReviewKind
{
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}
