namespace CareerCompass.Domain.Reviews;

/// <param name="Key">Permanent; answers are stored under it.</param>
/// <param name="Text">English text, also the translation key.</param>
public sealed record ReviewQuestion(string Key, string Text, string Hint)
{
    private static readonly ReviewQuestion[] Monthly =
    [
        new(
            "attention",
            "Where did your hours go this month, and would you spend them the same way again?",
            "Look at the shares above. One sentence about the largest and one about the smallest is plenty."
        ),
        new(
            "stop",
            "What will you stop doing, hand over or say no to next month?",
            "Name one thing. It makes room for what stays."
        ),
        new(
            "ask",
            "Whose help would make the biggest difference to a goal, and what will you ask them?",
            "A name and a question you could send today."
        ),
    ];

    private static readonly ReviewQuestion[] Quarterly =
    [
        new(
            "direction",
            "Reread your direction. Which sentence is no longer true?",
            "“None” is a good answer. If there is one, change it today."
        ),
        new(
            "balance",
            "Which part of your direction got too little of your time, and where will the extra hours come from?",
            "More hours for one thing means fewer for another. Name both."
        ),
        new(
            "stop",
            "Knowing what you know now, which goal would you not set again?",
            "Retire it, pause it or cut its scope. Ending a goal on purpose is a decision, not a defeat."
        ),
        new(
            "slips",
            "When plans slipped, what was the usual cause, and what will you plan differently?",
            "The numbers above may surprise you. Change one habit, not all of them."
        ),
        new(
            "one",
            "If you could achieve only one thing by the end of next quarter, what should it be?",
            "Write it so that a friend could tell whether it happened."
        ),
    ];

    private static readonly ReviewQuestion[] Yearly =
    [
        new(
            "proud",
            "What did you do this year that you could not, or would not have dared to, do a year ago?",
            "Two or three things. They are easy to forget, and you will want them in your next interview."
        ),
        new(
            "taught",
            "What did this year teach you about how you work best?",
            "When, with whom and on what you work best, and what drains you."
        ),
        new(
            "direction",
            "A year from now, what would you like to be able to say about your work?",
            "One sentence in the present tense. Does your direction lead there?"
        ),
        new(
            "stop",
            "What will you leave behind at the end of this year?",
            "A goal, a habit, an obligation: something that has run its course."
        ),
        new(
            "thanks",
            "Who helped you most this year, and do they know?",
            "Name them. A short note to one of them takes five minutes."
        ),
    ];

    /// <summary>The questions of a review kind. All are optional and take about a minute each.</summary>
    public static IReadOnlyList<ReviewQuestion> For(ReviewKind kind) =>
        kind switch
        {
            ReviewKind.Monthly => Monthly,
            ReviewKind.Quarterly => Quarterly,
            ReviewKind.Yearly => Yearly,
            _ => [],
        };
}
