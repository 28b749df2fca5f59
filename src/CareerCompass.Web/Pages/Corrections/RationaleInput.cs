using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Corrections;

public record RationaleInput
{
    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Reason { get; set; }

    public Cause? Cause { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Lesson { get; set; }

    public Rationale ToRationale() => new(Reason, Cause, Lesson);
}
