using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Corrections;

public sealed record Decision(
    Correction Correction,
    Goal? SuccessorGoal = null,
    IReadOnlyList<TaskDependency>? Dependencies = null
);
