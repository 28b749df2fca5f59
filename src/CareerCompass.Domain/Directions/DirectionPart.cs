namespace CareerCompass.Domain.Directions;

public enum DirectionPart
{
    Statement,
    FocusArea,
    Aspiration,
}
