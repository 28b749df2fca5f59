using CareerCompass.Domain.Goals;

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

    /// <summary>Takes an earlier one back.</summary>
    Undo,
}
