namespace CareerCompass.Web.Identity;

public enum EmailConfirmation
{
    Done,

    Invalid,

    Taken,
}
