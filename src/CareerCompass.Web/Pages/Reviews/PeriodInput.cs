using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record PeriodInput
{
    public List<QuestionInput> Answers { get; set; } = [];

    public int Version { get; set; }
}
