using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo.Stories;

/// <summary>Achieved three weeks late, with a lesson.</summary>
internal static class SeniorStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -363,
            TargetDay = -185,
            Title = "Get promoted to senior engineer",
            Why =
                "I have been doing the work of a senior engineer for a year. My title and pay should reflect that, "
                + "and it opens the door to leading people.",
            DoneWhen = "The promotion is confirmed in writing, with the new salary band and a start date.",
            Area = DemoDirection.Craft,
            Aspiration = DemoDirection.Home,
            Milestones =
            [
                new("The gap to senior is clear", -330),
                new("One project that everyone knows is mine", -250),
                new("The case is written", -212),
                new("The committee has decided", -187),
            ],
            Tasks =
            [
                new(0, "Read the career ladder and mark where I am", 2, -360),
                new(0, "Ask three senior engineers what I am missing", 3, -352, 1.2),
                new(
                    0,
                    "Agree on the two gaps with Priya",
                    1.5,
                    -340,
                    Notes: """
                    Before the one-to-one:

                    1. Send her the marked-up ladder **two days ahead**
                    2. Ask: *"If you argued against me in the committee, what would you say?"*
                    3. Leave with at most two gaps, in writing
                    """
                ),
                new(1, "Propose retiring the old tariff engine", 6, -325, 1.4),
                new(1, "Write the design and walk two teams through it", 8, -305, 1.3),
                new(
                    1,
                    "Run the migration in three steps",
                    14,
                    -262,
                    1.5,
                    "Step 1: read path. Step 2: dual writes. Step 3: switch off. One dashboard that shows all three."
                ),
                new(1, "Present the result at the all-hands", 3, -248),
                new(2, "Collect evidence: numbers, incidents avoided, people helped", 4, -232),
                new(2, "Write the promotion case, two pages", 5, -216, 1.2),
                new(2, "Have two principal engineers tear it apart", 2, -207),
                new(
                    3,
                    "Rehearse the salary conversation",
                    1.5,
                    -186,
                    Notes: "Look up the band first. Say the number, then stop talking."
                ),
                new(3, "Submit the case", 1, -180),
            ],
            Decisions = [new(-220, walk =>
                {
                    walk.Goal!.AddTask(
                        "Answer the committee's questions in writing",
                        120,
                        walk.Task("Submit the case").MilestoneId
                    );
                    return null;
                }), new(-189, MoveToLaterMeeting), new(-172, walk =>
                {
                    walk.Task("Answer the committee's questions in writing").MarkDone(walk.Today, walk.Now);
                    return null;
                }), new(-164, Confirm)],
            Obstacles =
            [
                "An incident on the tariff engine took two evenings.",
                "Priya was on leave, so no feedback this week.",
                "I keep polishing the design instead of showing it.",
                "The other team has no time for the review before the end of the month.",
            ],
        };

    private static Correction MoveToLaterMeeting(GoalSimulation walk) =>
        walk.Goal!.Reschedule(
            walk.DayToDate(-160),
            walk.Dates((3, -165)),
            new Rationale(
                "The committee meets a month later than planned; the case itself is ready.",
                Cause.WaitingOnSomeone,
                "Ask for the committee's calendar before setting the target."
            ),
            walk.Today,
            walk.Now
        );

    private static Correction Confirm(GoalSimulation walk) =>
        walk.Goal!.Achieve(
            new Rationale(
                "Confirmed in writing today, backdated to the first of the month.",
                null,
                "Naming the two gaps made all the difference: every week had a direction. And one visible project "
                    + "counted for more than ten quiet ones. Next time I will collect evidence from the first week on "
                    + "instead of digging it out in the last."
            ),
            walk.Today,
            walk.Now
        );
}
