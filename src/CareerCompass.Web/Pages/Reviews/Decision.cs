using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record Decision(Guid GoalId, string Title, CorrectionKind Kind, DateOnly On, string? Reason);
