using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record CorrectionResult(
    Guid GoalId,
    string Title,
    CorrectionKind Kind,
    DateOnly On,
    Cause? Cause,
    string? Lesson
);
