using CareerCompass.Domain.Corrections;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>How often a cause was behind a correction, and how many days it moved targets later.</summary>
public sealed record SlipCause(Cause Cause, int Times, int Days);
