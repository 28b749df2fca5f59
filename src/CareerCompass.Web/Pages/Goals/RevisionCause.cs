using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="UndoneCorrection">The correction that an undo reversed.</param>
public sealed record RevisionCause(Correction Correction, Correction? UndoneCorrection, DateOnly? UndoneOn);
