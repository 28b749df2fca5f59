namespace CareerCompass.Web.Demo.Stories;

/// <summary>Created a few days ago, without a plan.</summary>
internal static class MentorStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -4,
            TargetDay = 90,
            Title = "Find a mentor outside my company",
            Why = "Everyone who advises me also needs something from me. I want one person who does not.",
            DoneWhen = "We have met three times, a month apart, and the fourth meeting is in the calendar.",
            Area = DemoDirection.People,
        };
}
