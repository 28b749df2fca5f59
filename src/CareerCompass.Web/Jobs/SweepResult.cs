using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Jobs;

/// <param name="ReviewWasDueAt">As read. If another request changed it, nothing is written.</param>
internal sealed record SweepResult(Person Person, DateTime? ReviewWasDueAt, DateTime? EvaluationWasDueAt)
{
    public bool IsRescheduled => (Person.NextReviewAt, Person.NextEvaluationAt) != (ReviewWasDueAt, EvaluationWasDueAt);

    public Review? Review { get; init; }

    public OutboxMessage? Reminder { get; init; }

    public Evaluation Evaluation { get; init; } = Evaluation.Empty;
}
