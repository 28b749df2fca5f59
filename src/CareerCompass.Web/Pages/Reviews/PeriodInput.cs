namespace CareerCompass.Web.Pages.Reviews;

public sealed record PeriodInput
{
    public List<QuestionInput> Answers { get; set; } = [];

    public int Version { get; set; }
}
