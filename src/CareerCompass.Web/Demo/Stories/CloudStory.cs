using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo.Stories;

/// <summary>On course.</summary>
internal static class CloudStory
{
    public static GoalStory Goal => new()
    {
        StartDay = -150,
        Target = 150,
        Title = "Pass the AWS Solutions Architect – Associate exam",
        Why = "Every lead role I looked at asks for cloud design. I know our corner of it well and the rest by hearsay.",
        DoneWhen = "The exam is passed (720 of 1,000 or better), and I have explained our own architecture with it to the team.",
        Obstacle = "After a long day I would rather watch a video about it than answer questions.",
        IfThen = "If it is Tuesday or Thursday 19:30, then I sit down at the kitchen table and answer ten questions before anything else.",
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
            new(0, "Lab: a three-tier app in my own account", 6, -97, 1.5, """
                Budget alarm **first** (10 € a month), then:

                - network with public and private subnets
                - auto scaling behind a load balancer
                - tear everything down the same evening
                """),
            new(1, "Domain 1: secure architectures", 5, -85),
            new(1, "Domain 2: resilient architectures", 5, -75),
            new(1, "Lab: survive the loss of a zone", 4, -64, 1.3),
            new(1, "Domain 3: high-performing architectures", 5, -54),
            new(1, "Domain 4: cost-optimised architectures", 5, -47, 0.8),
            new(1, "Lab: queues, events and retries", 4, -40, 1.2),
            new(1, "Read the Well-Architected whitepapers", 5, -33, 1.1),
            new(1, "Flash cards for the limits I keep forgetting", 5, -26),
            new(2, "Practice exam 1, and every wrong answer looked up", 4, -19, 1.25, "Score: 68 %. Weak: networking between accounts, storage classes."),
            new(2, "Networking once more: peering, gateways, endpoints", 4, -12),
            new(2, "Practice exam 2, and every wrong answer looked up", 4, -5, Notes: "Score: 74 %."),
            new(2, "Storage classes and lifecycle rules, by heart", 2, ActualHours: 0.4, Added: -18),
            new(2, "Practice exam 3, and every wrong answer looked up", 3, IfThen: "If it is Saturday and breakfast is done, then I start the clock."),
            new(3, "Last pass through the flash cards, and the exam", 4, Notes: "The test centre at Alexanderplatz has places three weeks ahead."),
        ],
        Decisions =
        [
            new(-94, walk => walk.Goal!.SplitMilestone(
                walk.Goal.UntrashedMilestones.Single(stop => stop.Title == "All four exam domains covered").Id,
                new("Two of the four domains covered", walk.Date(-60)),
                new("All four exam domains covered", walk.Date(-10)),
                new HashSet<Guid> { walk.Task("Domain 1: secure architectures").Id, walk.Task("Domain 2: resilient architectures").Id, walk.Task("Lab: survive the loss of a zone").Id },
                new Rationale("Three months to the next milestone is too long to notice that I am late."), walk.Today, walk.Now)),
            new(-9, walk => walk.Goal!.Reschedule(walk.Date(70), walk.Dates((2, 44), (3, 66)), new Rationale(
                "A cold for a week, and no head for questions.", Cause.Energy), walk.Today, walk.Now)),
            new(-8, walk => walk.Decided!.Undo([(walk.Goal!, walk.Latest!)], null, walk.Today, walk.Now)),
        ],
        Obstacles =
        [
            "The lab ran into a quota and cost an evening.",
            "Networking between accounts does not stick yet.",
            "A release week: two evenings less than planned.",
        ],
    };
}
