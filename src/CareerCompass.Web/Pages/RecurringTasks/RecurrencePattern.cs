namespace CareerCompass.Web.Pages.RecurringTasks;

public enum RecurrencePattern
{
    Day,
    Week,
    MonthDay,
    MonthWeekday,
    Year,
}
