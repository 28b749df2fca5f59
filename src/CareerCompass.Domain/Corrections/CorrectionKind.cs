namespace CareerCompass.Domain.Corrections;

public enum CorrectionKind
{
    Reschedule,
    CutScope,
    Pause,
    Resume,
    Retire,
    Achieve,
    RaiseCapacity,
    Split,
    NewPath,

    Undo,
}
