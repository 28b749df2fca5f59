namespace CareerCompass.Web.Identity;

public enum EmailConfirmationResult
{
    Confirmed,

    Invalid,

    AddressTaken,
}
