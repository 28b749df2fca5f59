using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Marks a page whose POST carries a token in its address instead of an antiforgery token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TokenInAddressAttribute : Attribute;
