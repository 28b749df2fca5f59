using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Jobs;

/// <summary>What the sweep of one person comes to.</summary>
/// <param name="Person">With the instants at which they are due next.</param>
/// <param name="ReviewWasDueAt">The instants as they were read. If another request changed them, nothing is written.</param>
internal sealed record SweepResult(Person Person, DateTime? ReviewWasDueAt, DateTime? EvaluationWasDueAt)
{
    public bool IsRescheduled => (Person.NextReviewAt, Person.NextEvaluationAt) != (ReviewWasDueAt, EvaluationWasDueAt);

    /// <summary>The review that opens; null when none does.</summary>
    public Review? Review { get; init; }

    /// <summary>The reminder of that review; null when the person wants none.</summary>
    public OutboxMessage? Reminder { get; init; }

    /// <summary>New prompts. Prompts that were there are changed in place.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    public IReadOnlyList<ForecastRecord> ForecastRecords { get; init; } = [];
}
