using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>The guide as it is drawn above each step.</summary>
/// <param name="GoalId">The goal whose step this is; null on the first and the last.</param>
public sealed record ReviewGuidePosition(
    ReviewGuide ReviewGuide,
    Guid? GoalId,
    bool AtFinish = false,
    bool AtPeriod = false
);
