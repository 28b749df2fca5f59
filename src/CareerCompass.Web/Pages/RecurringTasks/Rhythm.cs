using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Pages.RecurringTasks;

public enum Rhythm
{
    Day,
    Week,
    MonthDay,
    MonthWeekday,
    Year,
}
