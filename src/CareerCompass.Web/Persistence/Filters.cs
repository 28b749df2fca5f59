using System.Linq.Expressions;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareerCompass.Web.Persistence;

/// <summary>The names under which a query may lift a filter.</summary>
public static class Filters
{
    /// <summary>Hides what belongs to others. Only Jobs and Admin lift it.</summary>
    public const string Owner = nameof(Owner);

    /// <summary>Hides what is in Trash.</summary>
    public const string Trash = nameof(Trash);
}
