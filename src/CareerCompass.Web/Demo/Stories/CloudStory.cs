using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo.Stories;

/// <summary>On course.</summary>
internal static class CloudStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -150,
            TargetDay = 150,
            Title = "Pass the AWS Solutions Architect – Associate exam",
            Why =
                "Every lead role I have looked at asks for cloud architecture. I know our corner of it well, and "
                + "the rest only from hearsay.",
            DoneWhen =
                "I have passed the exam (720 of 1,000 or better) and used what I learned to explain our own "
                + "architecture to the team.",
            Obstacle = "After a long day I would rather watch a video than answer practice questions.",
            IfThen =
                "If it is 19:30 on Tuesday or Thursday, then I sit down at the kitchen table and answer ten "
                + "questions before anything else.",
            Area = DemoDirection.Craft,
            Aspiration = DemoDirection.Independence,
            Milestones =
            [
                new("Core services understood", -96),
                new("All four exam domains covered", -10),
                new("80 % in practice exams", 60),
                new("Exam passed", 140),
            ],
            Tasks =
            [
                new(0, "Read the exam guide and plan the weeks", 2, -146),
                new(0, "Course: identity and access", 4, -138),
                new(0, "Course: compute and scaling", 5, -129, 1.2),
                new(0, "Course: storage", 4, -119),
                new(0, "Course: databases", 5, -109, 1.1),
                new(
                    0,
                    "Lab: a three-tier app in my own account",
                    6,
                    -97,
                    1.5,
                    """
                    Budget alarm **first** (10 € a month), then:

                    - network with public and private subnets
                    - auto scaling behind a load balancer
                    - tear everything down the same evening
                    """
                ),
                new(1, "Domain 1: secure architectures", 5, -85),
                new(1, "Domain 2: resilient architectures", 5, -75),
                new(1, "Lab: survive the loss of an availability zone", 4, -64, 1.3),
                new(1, "Domain 3: high-performing architectures", 5, -54),
                new(1, "Domain 4: cost-optimised architectures", 5, -47, 0.8),
                new(1, "Lab: queues, events and retries", 4, -40, 1.2),
                new(1, "Read the Well-Architected whitepapers", 5, -33, 1.1),
                new(1, "Flash cards for the limits I keep forgetting", 5, -26),
                new(
                    2,
                    "Practice exam 1, then look up every wrong answer",
                    4,
                    -19,
                    1.25,
                    "Score: 68 %. Weak: cross-account networking, storage classes."
                ),
                new(2, "Review networking: peering, gateways, endpoints", 4, -12),
                new(2, "Practice exam 2, then look up every wrong answer", 4, -5, Notes: "Score: 74 %."),
                new(2, "Memorise storage classes and lifecycle rules", 2, TimeShare: 0.4, AddedDay: -18),
                new(
                    2,
                    "Practice exam 3, then look up every wrong answer",
                    3,
                    IfThen: "If it is Saturday and I have finished breakfast, then I start the timer."
                ),
                new(
                    3,
                    "Final pass through the flash cards, then the exam",
                    4,
                    Notes: "The test centre at Alexanderplatz has slots about three weeks out."
                ),
            ],
            Decisions =
            [
                new(-94, walk =>
                    walk.Goal!.SplitMilestone(
                        walk.Goal.UntrashedMilestones.Single(stop => stop.Title == "All four exam domains covered").Id,
                        new("Two of the four domains covered", walk.DayToDate(-60)),
                        new("All four exam domains covered", walk.DayToDate(-10)),
                        new HashSet<Guid>
                        {
                            walk.Task("Domain 1: secure architectures").Id,
                            walk.Task("Domain 2: resilient architectures").Id,
                            walk.Task("Lab: survive the loss of an availability zone").Id,
                        },
                        new Rationale(
                            "With three months to the next milestone, I would notice too late that I am behind."
                        ),
                        walk.Today,
                        walk.Now
                    )
                ),
                new(-9, walk =>
                    walk.Goal!.Reschedule(
                        walk.DayToDate(70),
                        walk.Dates((2, 44), (3, 66)),
                        new Rationale(
                            "I had a cold for a week and could not concentrate on practice questions.",
                            Cause.Energy
                        ),
                        walk.Today,
                        walk.Now
                    )
                ),
                new(-8, walk =>
                    walk.LastCorrection!.Undo([(walk.Goal!, walk.LatestRevision!)], null, walk.Today, walk.Now)
                ),
            ],
            Obstacles =
            [
                "The lab hit a service quota and cost me an evening.",
                "Cross-account networking still does not stick.",
                "Release week: two evenings fewer than planned.",
            ],
        };
}
