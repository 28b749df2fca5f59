using System.Text.Json;

namespace CareerCompass.Domain.Reviews;

public sealed partial class Review
{
    /// <summary>See <see cref="ReviewAnswers"/>; null while nothing was answered.</summary>
    public string? AnswersJson { get; private set; }

    public IReadOnlyList<ReviewAnswer> Answers => ReviewAnswers.FromJson(AnswersJson);

    /// <summary>Answers its questions. One that is left empty, or not given, is not answered.</summary>
    /// <param name="texts">By the questions' keys.</param>
    /// <exception cref="DomainRuleException">It is no longer open, or a text is too long; the field is the question's key.</exception>
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
