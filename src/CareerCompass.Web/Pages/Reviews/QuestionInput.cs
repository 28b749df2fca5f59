using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record QuestionInput
{
    public string? Key { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Text { get; set; }
}
