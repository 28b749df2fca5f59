using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>How many corrections had this cause, and how many days they moved targets later.</summary>
public sealed record SlipCause(Cause Cause, int Count, int DaysLater);
