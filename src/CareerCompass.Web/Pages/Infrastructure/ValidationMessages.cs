using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Sentences that validation attributes use; the localizer has them by the same keys.</summary>
public static class ValidationMessages
{
    public const string Required = "Please fill this in.";
    public const string TooLong = "Please keep this to {1} characters.";
    public const string NotValid = "This value is not valid. Please check it.";
    public const string Choose = "Please choose one.";
}
