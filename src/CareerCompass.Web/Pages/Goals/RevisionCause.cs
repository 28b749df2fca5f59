using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="UndoneCorrection">The correction that an undo reversed.</param>
public sealed record RevisionCause(Correction Correction, Correction? UndoneCorrection, DateOnly? UndoneOn);
