using CareerCompass.Domain.Corrections;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Shared;

public sealed record PromptList(IReadOnlyList<PromptCard> Shown, int HiddenCount)
{
    public static readonly PromptList None = new([], 0);

    public int Count => Shown.Count + HiddenCount;

    public static PromptList Create(IEnumerable<PromptCard> prompts, DateOnly today)
    {
        var all = SortByImportance(prompts, today);
        return new PromptList([.. all.Take(PromptRules.MaxShown)], Math.Max(0, all.Count - PromptRules.MaxShown));
    }

    public static List<PromptCard> SortByImportance(IEnumerable<PromptCard> prompts, DateOnly today) =>
        [
            .. prompts
                .OrderBy(prompt => prompt.Rule.Rank())
                .ThenByDescending(prompt => prompt.Since)
                .Select(prompt => prompt with { Today = today }),
        ];
}
