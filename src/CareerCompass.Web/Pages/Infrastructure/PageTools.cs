using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Infrastructure;

public sealed record PageTools(CompassDb Db, Localizer Localizer, TimeProvider Clock);
