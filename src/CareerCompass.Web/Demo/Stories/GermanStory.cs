using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo.Stories;

/// <summary>Paused, so that the certification gets the evenings.</summary>
internal static class GermanStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -340,
            TargetDay = 120,
            Title = "Speak German at C1 and pass the Goethe exam",
            Why =
                "Half of the leadership meetings slip into German, and I go quiet. I want to argue a point, not "
                + "just follow along.",
            DoneWhen = "I have the Goethe-Zertifikat C1 and have led one meeting in German from start to finish.",
            Area = DemoDirection.Roots,
            Aspiration = DemoDirection.Home,
            Milestones =
            [
                new("B2 is solid again", -240),
                new("I can follow any meeting", -120),
                new("I can lead a meeting in German", 40),
                new("Exam passed", 115),
            ],
            Tasks =
            [
                new(0, "Take the placement test and choose a course", 2, -332),
                new(0, "B2 refresher, units 1 to 6", 12, -296, 1.1),
                new(
                    0,
                    "B2 refresher, units 7 to 12",
                    12,
                    -246,
                    0.9,
                    "Skip the listening drills; the radio in the morning covers that."
                ),
                new(
                    1,
                    "Twelve evenings with my tandem partner",
                    12,
                    -168,
                    Notes: """
                    Jonas, Thursdays at the café on Weserstraße.

                    - 30 min German, 30 min English
                    - bring **one article** and five questions
                    """
                ),
                new(1, "Read one German tech article a week and note ten words", 8, -128),
                new(1, "Take the minutes at four guild meetings", 6, -84, 1.2),
                new(2, "Memorise phrases for disagreeing politely", 3, -70),
                new(2, "Prepare and lead the guild meeting", 5, Notes: "Ask Jonas to read the agenda for tone."),
                new(2, "C1 course, first half", 20),
                new(3, "C1 course, second half", 20),
                new(3, "Four mock exams, timed", 12),
                new(3, "Book the exam", 0.5),
            ],
            RecurringTask = new("Practise with my tandem partner", "FREQ=WEEKLY;BYDAY=TU,TH", -330, 45),
            Decisions =
            [
                new(-58, walk =>
                    walk.Goal!.Pause(
                        walk.DayToDate(36),
                        new Rationale(
                            "Two goals with deadlines cannot both have my evenings. The cloud exam comes first; "
                                + "German waits until it is over.",
                            Cause.OtherPriorities,
                            "I can handle one learning goal at a time, not two."
                        ),
                        walk.Today,
                        walk.Now
                    )
                ),
            ],
            Obstacles =
            [
                "Jonas had to cancel twice.",
                "Too tired after late releases to speak another language.",
                "I understand more, but still translate in my head.",
            ],
        };
}
