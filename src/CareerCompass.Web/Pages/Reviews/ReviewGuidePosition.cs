using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="GoalId">The goal of this step; null on the first and last one.</param>
public sealed record ReviewGuidePosition(
    ReviewGuide ReviewGuide,
    Guid? GoalId,
    bool AtFinish = false,
    bool AtPeriod = false
);
