using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

public static class ReviewEmailContent
{
    private const int MaxNamedGoals = 3;

    private const int MaxTextLength = 64;

    private const int MaxGoalLength = 40;

    public sealed record ReviewEmailModel(
        string Name,
        ReviewKind Kind,
        DateOnly Date,
        DateTime OpenedAt,
        IReadOnlyList<string> Goals,
        Uri Review,
        Uri Snooze,
        Uri Unsubscribe,
        Func<Guid, Uri> NextStepLink
    );

    public static EmailContent CreateReminder(
        Localizer localizer,
        ReviewEmailModel reviewEmailModel,
        ReviewDigest news
    ) =>
        Create(
            localizer,
            reviewEmailModel,
            localizer["{0}: {1}", localizer.Name(reviewEmailModel.Kind), localizer.Date(reviewEmailModel.Date)],
            [
                localizer[
                    "Your {0} is ready. It opened on {1}.",
                    localizer.Name(reviewEmailModel.Kind).ToLowerInvariant(),
                    localizer.Instant(reviewEmailModel.OpenedAt)
                ]
                    + " "
                    + Goals(
                        localizer,
                        reviewEmailModel.Goals,
                        named: news.StatusChanges.Count + news.Milestones.Count + news.PendingNextSteps.Count == 0
                    ),
            ]
        ) with
        {
            Sections = [.. Sections(localizer, reviewEmailModel, news)],
        };

    public static EmailContent CreateNudge(Localizer localizer, ReviewEmailModel reviewEmailModel) =>
        Create(
            localizer,
            reviewEmailModel,
            localizer["Your {0} is still open", localizer.Name(reviewEmailModel.Kind).ToLowerInvariant()],
            [
                localizer[
                    "Your {0} of {1} is still open. If you have a few minutes today, the short version has three "
                        + "questions and takes about {2} minutes.",
                    localizer.Name(reviewEmailModel.Kind).ToLowerInvariant(),
                    localizer.Date(reviewEmailModel.Date),
                    ShortReview.EstimatedMinutes(reviewEmailModel.Goals.Count)
                ],
                localizer[
                    "If this is not the week for it, that is fine. The next review picks up from here, nothing you "
                        + "noted is lost, and you will not get another reminder about this one."
                ],
            ]
        );

    private static EmailContent Create(
        Localizer localizer,
        ReviewEmailModel reviewEmailModel,
        string subject,
        IReadOnlyList<string> paragraphs
    ) =>
        new(
            subject,
            localizer["Hello {0},", reviewEmailModel.Name],
            paragraphs,
            (localizer["Start the review"], reviewEmailModel.Review),
            localizer["You are receiving this because reminders are on in your settings."],
            (localizer["Turn off reminders"], reviewEmailModel.Unsubscribe)
        )
        {
            MoreActions =
            [
                (
                    localizer["Short version, {0} minutes", ShortReview.EstimatedMinutes(reviewEmailModel.Goals.Count)],
                    new Uri($"{reviewEmailModel.Review}/short")
                ),
                (localizer["Remind me tomorrow"], reviewEmailModel.Snooze),
            ],
        };

    private static IEnumerable<EmailSection> Sections(
        Localizer localizer,
        ReviewEmailModel reviewEmailModel,
        ReviewDigest news
    )
    {
        if (news.StatusChanges.Count > 0)
        {
            yield return new(
                localizer["What has changed"],
                [
                    .. news.StatusChanges.Select(change => new EmailLine(
                        localizer["{0}: {1}, was {2}", Short(change.Goal, MaxGoalLength), change.To, change.From]
                    )),
                ]
            );
        }

        if (news.Goals.Count > 0)
        {
            yield return new(
                localizer["When your goals will be done"],
                [
                    .. news.Goals.Select(goal => new EmailLine(
                        localizer["{0}: {1}", Short(goal.Facts.Title, MaxGoalLength), localizer.Dates(goal.Forecast!)]
                    )),
                ]
            );
        }

        if (news.Milestones.Count > 0)
        {
            yield return new(
                localizer["Due before the next review"],
                [
                    .. news.Milestones.Select(milestone => new EmailLine(
                        localizer["{0}: {1}", localizer.Day(milestone.Date), Short(milestone.Title, MaxTextLength)]
                    )),
                ]
            );
        }

        if (news.PendingNextSteps.Count > 0)
        {
            yield return new(
                localizer["Your next steps from last time"],
                [
                    .. news.PendingNextSteps.Select(step => new EmailLine(
                        Short(step.Step, MaxTextLength),
                        (localizer["Done"], reviewEmailModel.NextStepLink(step.CheckInId))
                    )),
                ]
            );
        }

        if (news.OmittedCount > 0)
        {
            yield return new(
                localizer.Count(
                    news.OmittedCount,
                    "{0} more update is in the review",
                    "{0} more updates are in the review"
                ),
                []
            );
        }
    }

    private static string Goals(Localizer localizer, IReadOnlyList<string> goals, bool named)
    {
        if (!named)
        {
            return localizer.Count(goals.Count, "It covers {0} goal.", "It covers {0} goals.");
        }

        var titles = string.Join(", ", goals.Take(MaxNamedGoals).Select(goal => $"“{Short(goal, MaxGoalLength)}”"));
        return goals.Count > MaxNamedGoals
            ? localizer["It covers {0} goals: {1} and {2} more.", goals.Count, titles, goals.Count - MaxNamedGoals]
            : localizer.Count(goals.Count, "It covers {0} goal:", "It covers {0} goals:") + $" {titles}.";
    }

    private static string Short(string text, int most)
    {
        var line = text.Split('\n', 2)[0].Trim();
        if (line.Length <= most)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', most - 1);
        end =
            end > most / 2 ? end
            : char.IsHighSurrogate(line[most - 2]) ? most - 2
            : most - 1;
        return line[..end].TrimEnd(',', '.', ';', ':', ' ') + "…";
    }
}
