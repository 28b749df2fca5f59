using CareerCompass.Domain.Corrections;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>How many corrections had this cause, and how many days they moved targets later.</summary>
public sealed record SlipCause(Cause Cause, int Times, int Days);
