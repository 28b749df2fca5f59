using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Jobs;

/// <summary>Decides what is due for one person: a review, prompts, forecast records. Does no I/O.</summary>
internal static class PersonSweep
{
    public static SweepResult Evaluate(Person person, SweepContext context, DateTime now)
    {
        var result = new SweepResult(person, person.NextReviewAt, person.NextEvaluationAt);
        var goals = context.GoalFacts[person.Id].ToList();
        if (goals.Count == 0)
        {
            result = result with { Evaluation = EvaluateGoals(person, context, now, reviewOpens: false) };
            person.ClearSchedule();
            return result;
        }

        var last = context.LastReviews(person.Id);
        var due = person.FindDueReview(last, now);
        var opens = due is not null && goals.Exists(goal => goal.State == GoalState.Active);
        if (opens)
        {
            result = OpenReview(result, due!, now);
            last = last.With(due!.Kind, due.Date);
        }

        if (person.NextReviewAt <= now || opens)
        {
            person.ScheduleReview(last, now);
        }

        if (person.NextEvaluationAt <= now || opens)
        {
            result = result with { Evaluation = EvaluateGoals(person, context, now, opens) };
            person.MarkEvaluated(now);
        }

        return result;
    }

    private static SweepResult OpenReview(SweepResult result, ScheduledReview due, DateTime now)
    {
        var person = result.Person;
        var review = new Review(person.Id, due, now);
        review.ScheduleNudge(person, now);
        return result with
        {
            Review = review,
            Reminder = person.RemindersEnabled
                ? new OutboxMessage(
                    person.Id,
                    OutboxMessageKind.ReviewReminder,
                    OutboxMessage.ReminderOccasion(review),
                    review.Id,
                    now
                )
                : null,
        };
    }

    public static Evaluation EvaluateGoals(Person person, SweepContext context, DateTime now, bool reviewOpens)
    {
        var today = person.Today(now);
        var week = IsoWeek.Monday(today);
        var forecaster = context.Forecaster(person.Id, today);
        var goals = context.GoalFacts[person.Id].Select(facts => GoalStatus.Evaluate(facts, forecaster)).ToList();
        var rules = context.Rules.For(person, goals, forecaster, reviewOpens) with
        {
            OffCourseBefore = context.GoalsOffCourseBefore(week),
        };
        var prompts = Prompt.Evaluate(
            person.Id,
            rules.EvaluateRules(),
            [.. context.Prompts[person.Id]],
            today,
            now,
            rules.WorkCalendar.IsDayOff(today)
        );
        var records = rules
            .ActiveGoals.Where(goal => !context.RecordedStatuses.ContainsKey((goal.Facts.Id, week)))
            .Select(goal => new ForecastRecord(person.Id, goal, today));
        var weekPlan = context.PlannedWeeks.Contains((person.Id, week))
            ? []
            : WeekPlanTask.For(person.Id, forecaster.Schedule, week);
        return new Evaluation(prompts, [.. records], weekPlan);
    }
}
