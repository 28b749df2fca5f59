using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record QuestionInput
{
    public string? Key { get; set; }

    [MaxTextLength(Limits.MaxNotesLength)]
    public string? Text { get; set; }
}
