namespace CareerCompass.Domain.Directions;

/// <summary>The parts of a direction.</summary>
public enum DirectionPart
{
    Statement,
    FocusArea,
    Aspiration,
}
