using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>The correction behind a revision.</summary>
/// <param name="UndoneCorrection">The one that an undo took back.</param>
public sealed record RevisionCause(Correction Correction, Correction? UndoneCorrection, DateOnly? UndoneOn);
