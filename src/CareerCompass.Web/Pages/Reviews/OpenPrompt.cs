using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record OpenPrompt(Guid Id, PromptRule Rule, DateOnly QuietFrom, string EvidenceJson);
