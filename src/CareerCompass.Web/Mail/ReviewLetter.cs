using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Language;

namespace CareerCompass.Web.Mail;

/// <summary>What e-mails say about a review that is open: as much as a phone shows at a glance.</summary>
public static class ReviewLetter
{
    private const int NamedGoals = 3;

    private const int LongestText = 64;

    private const int LongestGoal = 40;

    /// <summary>What both e-mails about a review are made of.</summary>
    /// <param name="Tick">Makes the link that ticks off the next step of a check-in.</param>
    public sealed record About(
        string Name, ReviewKind Kind, DateOnly Date, DateTime OpenedAt, IReadOnlyList<string> Goals, Uri Review, Uri Snooze, Uri Unsubscribe, Func<Guid, Uri> Tick);

    /// <summary>Says that it has opened, with the facts that matter.</summary>
    public static Letter Reminder(Words words, About about, ReviewDigest news) => Letter(
        words, about, words["{0}: {1}", words.Name(about.Kind), words.Date(about.Date)],
        [
            words["your {0} has been open since {1}.", words.Name(about.Kind).ToLowerInvariant(), words.Instant(about.OpenedAt)] + " " + Goals(words, about.Goals, named: news.StatusChanges.Count + news.Milestones.Count + news.PendingNextSteps.Count == 0),
        ]) with
    {
        Lists = [.. Lists(words, about, news)],
    };

    /// <summary>Mentions it once more, without guilt.</summary>
    public static Letter Nudge(Words words, About about) => Letter(
        words, about, words["Still open, if it suits you: {0}", words.Name(about.Kind).ToLowerInvariant()],
        [
            words["your {0} of {1} is still open. Should there be a quiet moment today, the short version has three questions and takes about {2} minutes.",
                words.Name(about.Kind).ToLowerInvariant(), words.Date(about.Date), ShortReview.EstimatedMinutes(about.Goals.Count)],
            words["And if this is not the week for it, leave it be. The next review picks up from here, nothing you noted is lost, and no other mail comes about this one."],
        ]);

    private static Letter Letter(Words words, About about, string subject, IReadOnlyList<string> paragraphs) => new(
        subject,
        words["Hello {0},", about.Name],
        paragraphs,
        (words["Start the review"], about.Review),
        words["You get this because reminders are on in your settings."],
        (words["Turn reminders off"], about.Unsubscribe))
    {
        Others =
        [
            (words["The short version, {0} minutes", ShortReview.EstimatedMinutes(about.Goals.Count)], new Uri($"{about.Review}/short")),
            (words["Remind me tomorrow"], about.Snooze),
        ],
    };

    private static IEnumerable<LetterList> Lists(Words words, About about, ReviewDigest news)
    {
        if (news.StatusChanges.Count > 0)
        {
            yield return new(words["What has changed"], [.. news.StatusChanges.Select(turn => new LetterLine(words["{0}: {1}, was {2}", Short(turn.Goal, LongestGoal), turn.To, turn.From]))]);
        }

        if (news.Milestones.Count > 0)
        {
            yield return new(words["Due before the next review"], [.. news.Milestones.Select(milestone => new LetterLine(words["{0}: {1}", words.Day(milestone.Date), Short(milestone.Title, LongestText)]))]);
        }

        if (news.PendingNextSteps.Count > 0)
        {
            yield return new(words["Your next steps from last time"], [.. news.PendingNextSteps.Select(step => new LetterLine(Short(step.Step, LongestText), (words["Done"], about.Tick(step.CheckInId))))]);
        }

        if (news.OmittedCount > 0)
        {
            yield return new(words.Count(news.OmittedCount, "{0} more fact is in the review", "{0} more facts are in the review"), []);
        }
    }

    /// <param name="named">The facts below name some of them otherwise.</param>
    private static string Goals(Words words, IReadOnlyList<string> goals, bool named)
    {
        if (!named)
        {
            return words.Count(goals.Count, "It looks at {0} goal.", "It looks at {0} goals.");
        }

        var titles = string.Join(", ", goals.Take(NamedGoals).Select(goal => $"“{Short(goal, LongestGoal)}”"));
        return goals.Count > NamedGoals
            ? words["It looks at {0} goals: {1} and {2} more.", goals.Count, titles, goals.Count - NamedGoals]
            : words.Count(goals.Count, "It looks at {0} goal:", "It looks at {0} goals:") + $" {titles}.";
    }

    /// <summary>The first line, cut at a word where it is long.</summary>
    private static string Short(string text, int most)
    {
        var line = text.Split('\n', 2)[0].Trim();
        if (line.Length <= most)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', most - 1);
        end = end > most / 2 ? end : char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..end].TrimEnd(',', '.', ';', ':', ' ') + "…";
    }
}
