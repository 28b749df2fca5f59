using System.Text.Json;

namespace CareerCompass.Domain.Reviews;

/// <summary>A question that a longer review asks about the time behind it.</summary>
/// <param name="Key">Names it for good; what was answered is kept under it.</param>
/// <param name="Text">English, which is also the key of its translations.</param>
/// <param name="Hint">How to answer it in a minute.</param>
public sealed record ReviewQuestion(string Key, string Text, string Hint)
{
    private static readonly ReviewQuestion[] Monthly =
    [
        new("attention", "Where did your hours go this month, and would you spend them the same way again?", "Look at the shares above. One sentence about the largest and one about the smallest is plenty."),
        new("stop", "What will you stop, hand over or say no to next month?", "One thing, by name. It makes room for what stays."),
        new("ask", "Whose help would move a goal most, and what will you ask them?", "A name and a question you could send today."),
    ];

    private static readonly ReviewQuestion[] Quarterly =
    [
        new("direction", "Read your direction once more. Which sentence is no longer true?", "None is a good answer. If there is one, change it today."),
        new("balance", "Which part of your direction got too little of you, and from what will you take the hours?", "Hours for one thing come from another: name both."),
        new("stop", "Which goal would you not set again, knowing what you know now?", "Retire it, pause it or make it smaller. Ending one on purpose is a decision, not a defeat."),
        new("slips", "When plans slipped, what was it mostly, and what will you plan differently?", "The counts above may surprise you. Change one habit, not all."),
        new("one", "If only one thing comes true by the end of next quarter, which should it be?", "Write it so that a friend could tell whether it happened."),
    ];

    private static readonly ReviewQuestion[] Yearly =
    [
        new("proud", "What did you do this year that you would not have dared, or managed, a year ago?", "Two or three things. They are easily forgotten, and you will need them in your next interview."),
        new("taught", "What did this year teach you about how you work best?", "When, with whom, on what, and what drains you."),
        new("direction", "A year from now, what would you like to be able to say about your work?", "One sentence in the present tense. Does your direction lead there?"),
        new("stop", "What will you leave behind with this year?", "A goal, a habit, an obligation: something that had its time."),
        new("thanks", "Who helped you most, and do they know?", "Names. A short note to one of them takes five minutes."),
    ];

    /// <summary>What a review of this kind asks besides its goals: few, each to be answered in a minute, none that has to be.</summary>
    public static IReadOnlyList<ReviewQuestion> For(ReviewKind kind) => kind switch
    {
        ReviewKind.Monthly => Monthly,
        ReviewKind.Quarterly => Quarterly,
        ReviewKind.Yearly => Yearly,
        _ => [],
    };
}
