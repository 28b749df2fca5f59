namespace CareerCompass.Web.Demo.Stories;

/// <summary>Stalled, then replaced by another path.</summary>
internal static class ProductStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -296,
            TargetDay = -60,
            Title = "Launch a small paid app: invoice reminders for freelancers",
            Why =
                "To learn what it takes to sell something, and to have an income that does not depend on one employer.",
            DoneWhen = "Ten customers I do not know personally have paid for three months.",
            Area = DemoDirection.Craft,
            Aspiration = DemoDirection.Independence,
            IgnoredFrom = -189,
            Milestones =
            [
                new("Someone says they would pay", -250),
                new("Ten people use it", -160),
                new("Ten people pay", -65),
            ],
            Tasks =
            [
                new(0, "Interview eight freelancers about late invoices", 8, -270),
                new(0, "Write up what they do today, and what it costs them", 3, -258),
                new(0, "Build a landing page with a price on it", 5, -238, 1.3),
                new(
                    1,
                    "First version: import, remind, mark as paid",
                    24,
                    TimeShare: 0.4,
                    LastWorkedDay: -207,
                    Notes: "E-mail only. **No** accounts, no dashboard."
                ),
                new(1, "Sign up ten of the people I interviewed", 6),
                new(2, "Take payments", 8),
                new(2, "Ask every user who does not pay why not", 5),
            ],
            Obstacles =
            [
                "Only two of eight would pay.",
                "The promotion case is eating my evenings.",
                "I keep finding reasons to refactor instead of showing it to people.",
            ],
        };
}
