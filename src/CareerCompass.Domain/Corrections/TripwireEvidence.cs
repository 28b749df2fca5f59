namespace CareerCompass.Domain.Corrections;

public sealed record TripwireEvidence(
    Guid TripwireId,
    string Premise,
    string Test,
    string? FallbackPlan,
    DateOnly CheckOn,
    DateOnly? FailedOn
) : PromptEvidence
{
    public static TripwireEvidence From(Tripwire tripwire) =>
        new(
            tripwire.Id,
            tripwire.Premise,
            tripwire.Test,
            tripwire.Otherwise,
            tripwire.On,
            tripwire.State == TripwireState.Failed ? tripwire.AnsweredOn : null
        );
}
