using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Demo.Stories;

/// <summary>Replaces the product goal; drifting, with a recent scope cut.</summary>
internal static class TalkStory
{
    public static GoalStory Goal =>
        new()
        {
            StartDay = -139,
            TargetDay = 170,
            Title = "Give my first conference talk",
            Why = "A team lead has to be able to speak to a room. And the story of the tariff engine is worth telling.",
            DoneWhen =
                "I have given the talk on a stage outside my company, and the recording is linked on my profile.",
            Area = DemoDirection.Voice,
            Predecessor = new(
                ProductStory.Goal.Title,
                new Rationale(
                    "I enjoyed the interviews but never once looked forward to the evenings of support that would "
                        + "follow. What I really want is to make a name for myself, and a talk will do that sooner.",
                    Cause.ChangedMind,
                    "Before starting something of my own, ask: would I still want it in its most boring week? Two "
                        + "of eight said they would pay. That was the answer; I just did not want to hear it."
                )
            ),
            Tripwires =
            [
                new(
                    "The story interests people outside my team",
                    "Ten of them ask for the slides after the meetup",
                    "Tell the migration story instead",
                    21
                ),
            ],
            Milestones =
            [
                new("Proposal accepted", -50),
                new("First full run-through", 60),
                new("Rehearsed in front of people", 140),
            ],
            Tasks =
            [
                new(0, "Watch five talks I admire and note how they begin", 4, -112),
                new(0, "Write the story on one page", 4, -98, 1.2),
                new(0, "Lightning talk at the Berlin backend meetup", 4, -82),
                new(0, "Write the proposal and have two speakers read it", 3, -69, 1.3),
                new(0, "Send the proposal to three conferences", 2, -62),
                new(1, "Outline: one question, three twists, one answer", 3, -55),
                new(
                    1,
                    "Gather the numbers and get them cleared",
                    3,
                    -48,
                    1.5,
                    "Legal wants to see every slide with a customer number on it."
                ),
                new(1, "Draw the three diagrams by hand", 3, -41),
                new(1, "First draft of the slides", 3, -34, 1.4),
                new(1, "Cut the draft by a third", 2, -27),
                new(
                    1,
                    "Practise alone, with a timer",
                    2,
                    -14,
                    Notes: "First time: **41 minutes** for a 30-minute slot."
                ),
                new(1, "Write a new opening", 2, -6),
                new(
                    1,
                    "Second draft of the slides",
                    4,
                    TimeShare: 0.25,
                    IfThen: "If I catch myself choosing fonts, then I say the next slide out loud instead."
                ),
                new(1, "Build a live demo", 6),
                new(1, "Record a trailer for social media", 4),
                new(2, "Rehearse in front of my team", 3),
                new(2, "Rehearse in front of strangers at the meetup", 3),
                new(2, "Fix the parts they did not understand", 3),
                new(2, "Travel, technical check and the talk", 2),
            ],
            Decisions =
            [
                new(-17, walk =>
                    walk.Goal!.CutScope(
                        new HashSet<Guid>
                        {
                            walk.Task("Build a live demo").Id,
                            walk.Task("Record a trailer for social media").Id,
                        },
                        new Dictionary<Guid, Guid?>(),
                        new Rationale(
                            "With the exam in the same weeks, there is no time for a live demo. The talk works "
                                + "without it.",
                            Cause.Underestimated,
                            "A talk takes an hour of work per minute on stage, twice what I thought."
                        ),
                        walk.Today,
                        walk.Now
                    )
                ),
            ],
            Obstacles =
            [
                "Legal has not cleared the numbers yet.",
                "I keep rewriting the first slide instead of writing the last.",
                "It is still far too long.",
            ],
        };
}
