namespace CareerCompass.Domain.Reviews;

public sealed partial class Review
{
    public string? AnswersJson { get; private set; }

    public IReadOnlyList<ReviewAnswer> Answers => ReviewAnswers.FromJson(AnswersJson);

    /// <summary>Replaces the answers. Empty and missing texts count as unanswered.</summary>
    /// <exception cref="DomainRuleException">The review is not open, or a text is too long.</exception>
    public void AnswerQuestions(IReadOnlyDictionary<string, string?> texts)
    {
        RequireOpen();
        AnswersJson = ReviewAnswers.ToJson([
            .. ReviewQuestion
                .For(Kind)
                .Select(question =>
                    (question, Text: Limits.CheckNotes(texts.GetValueOrDefault(question.Key), question.Key))
                )
                .Where(row => row.Text is not null)
                .Select(row => new ReviewAnswer(row.question.Key, row.question.Text, row.Text!)),
        ]);
    }
}
