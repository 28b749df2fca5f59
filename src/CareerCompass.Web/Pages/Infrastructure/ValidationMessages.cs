namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Messages of validation attributes, which are also the localizer's keys.</summary>
public static class ValidationMessages
{
    public const string Required = "Please fill this in.";
    public const string TooLong = "Please keep this to {1} characters.";
    public const string Invalid = "This value is not valid. Please check it.";
    public const string ChooseOne = "Please choose one.";
}
