using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo.Stories;

/// <summary>Off course, although it was rescheduled once.</summary>
internal static class LeadStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -318,
            TargetDay = -30,
            Title = "Lead a team of my own",
            Why =
                "My best weeks this year were the ones in which someone I had helped shipped something without me. "
                + "I want that to be my job.",
            DoneWhen = "I have signed a contract for a team lead role with at least four reports, here or elsewhere.",
            Obstacle = "I put off anything that means asking people for something.",
            IfThen =
                "If I notice that I am polishing a document instead of writing to someone, then I send the message "
                + "first.",
            Area = DemoDirection.People,
            Aspiration = DemoDirection.Home,
            Tripwires =
            [
                new(
                    "There is a team for me inside the company",
                    "Priya names an opening, with a date",
                    "Look outside: three companies whose teams I would want to lead",
                    -2
                ),
            ],
            Milestones =
            [
                new("I know what the role requires", -270),
                new("I have led without the title", -160),
                new("Ready for the role", -80),
                new("First round of interviews", -45),
            ],
            Tasks =
            [
                new(
                    0,
                    "Talk to four team leads about their week",
                    4,
                    -304,
                    1.1,
                    "Ask each: *what did you do last Tuesday?* A calendar says more than a job description."
                ),
                new(0, "Read “The Manager's Path”, chapters 1 to 4", 6, -286),
                new(0, "Write down which parts I want and which I fear", 2, -274),
                new(1, "Mentor Lena through her first half-year", 16, -176, 1.2),
                new(1, "Run the platform guild for a quarter", 10, -150, 1.4),
                new(1, "Plan and run the offsite", 8, -136, 1.3),
                new(2, "Tell Priya and her manager that I want a team", 2, -122),
                new(2, "Internal course: feedback and hard conversations", 8, -104),
                new(
                    2,
                    "Stand in for Priya during her leave",
                    12,
                    -74,
                    1.1,
                    "Three weeks, six reports. Keep a daily log of decisions."
                ),
                new(2, "Ask all six for written feedback", 3, -52, AddedDay: -90),
                new(2, "Write my one-page leadership story", 4, -38, 1.5),
                new(2, "Practise three hard conversations with a peer", 4, -24),
                new(3, "Rewrite CV and profile for lead roles", 4, -15, 1.2),
                new(3, "List twelve teams I would want to lead", 3, TimeShare: 0.3),
                new(
                    3,
                    "Have coffee with eight people in those teams",
                    8,
                    Notes: "Two a week at most. Ask for advice, **not** for a job.",
                    IfThen: "If it is Monday and I open my laptop, then I write to two people on the list first."
                ),
                new(3, "Apply to five roles, two of them internal", 15),
                new(3, "Prepare interview answers: conflict, hiring, delivery", 18),
                new(3, "Five mock interviews with leads I trust", 12),
            ],
            RecurringTask = new("Call my mentor", "FREQ=MONTHLY;BYDAY=1MO", -150, 30),
            Decisions =
            [
                new(-170, walk =>
                    walk.Goal!.RaiseCapacity(
                        [new(walk.DayToDate(-364), 360)],
                        walk.Today,
                        480,
                        new Rationale(
                            "Two goals need time until the autumn. I am giving up my Sunday side project, which "
                                + "frees two hours.",
                            Cause.OtherPriorities,
                            "Extra hours have to come from somewhere. Say where before promising them."
                        ),
                        walk.Today,
                        walk.Now
                    )
                ),
                new(-100, walk =>
                    walk.Goal!.Reschedule(
                        walk.DayToDate(38),
                        walk.Dates((2, -20), (3, 25)),
                        new Rationale(
                            "The team I hoped for went to someone else, and the next opening is two quarters away. "
                                + "Standing in for Priya comes first.",
                            Cause.WaitingOnSomeone,
                            "I had bet on a single opening. Next time, look outside as well and start earlier."
                        ),
                        walk.Today,
                        walk.Now
                    )
                ),
                new(-46, walk =>
                {
                    walk.Goal!.EditTask(
                        walk.Task("Prepare interview answers: conflict, hiring, delivery"),
                        "Prepare interview answers: conflict, hiring, delivery",
                        240,
                        walk.Task("Apply to five roles, two of them internal").MilestoneId,
                        "Use the decision log from standing in for Priya."
                    );
                    return null;
                }),
            ],
            Obstacles =
            [
                "There is no internal opening, and I shy away from looking outside.",
                "My evenings went into the certification.",
                "Priya has not answered yet.",
                "Writing about myself is the hardest hour of the week.",
            ],
        };
}
