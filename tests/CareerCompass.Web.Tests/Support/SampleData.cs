using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Support;

/// <summary>One of each thing that a page can show, and the route parameter that names it.</summary>
internal sealed class SampleData
{
    private readonly Dictionary<string, string> ids = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> All => [.. ids.Values];

    /// <returns>Null when the parameter names nothing personal.</returns>
    public string? IdOf(string parameter) =>
        parameter.ToLowerInvariant() switch
        {
            // A revision number or error code belongs to no one in particular
            "number" => null,
            "code" or "token" or "verb" or "jobname" => null,
            var name => ids.TryGetValue(name, out var id)
                ? id
                : throw new InvalidOperationException(
                    $"No page had a parameter “{name}” before: add it to the map in Belongings, with a thing that "
                        + $"it names."
                ),
        };

    public string ValueOf(string parameter) =>
        IdOf(parameter)
        ?? parameter.ToLowerInvariant() switch
        {
            "code" => "404",
            "number" => "1",
            "jobname" => "housekeeping",
            _ => "unknown",
        };

    public static Task<SampleData> ArrangeAsync(TestApp app, Guid personId) => app.WithDbAsync(personId, async db =>
        {
            var (now, today) = (app.Clock.Now, DateOnly.FromDateTime(app.Clock.Now));
            var goal = new Goal(
                personId,
                "Lead a team",
                "It matters",
                "The contract is signed",
                today.AddYears(1),
                today.AddMonths(-1)
            );
            var milestone = goal.AddMilestone("Halfway", today.AddMonths(3), today);
            var task = goal.AddTask("Read a book about it", 120, milestone.Id, "*Which* one?");
            goal.AddTask("Ask for a mentor", null, null);
            var correction = goal.Reschedule(
                today.AddYears(2),
                new Dictionary<Guid, DateOnly>(),
                new Rationale("Too soon"),
                today,
                now
            );
            var review = new Review(
                personId,
                new ScheduledReview(ReviewKind.Weekly, today.AddDays(-2), today, now),
                now
            );
            var timeEntry = new TimeEntry(personId, goal.Id, task.Id, today, 60, today);
            var prompt = new Prompt(
                personId,
                goal.Id,
                PromptRule.OffCourse,
                new ForecastEvidence(today, today, today, 1, 1, 1),
                today,
                now
            );
            var tripwire = new Tripwire(
                goal,
                "They want people like me",
                "One interview",
                "Path B",
                today.AddDays(40),
                today
            );
            var session = new Session(personId, "Firefox on Linux", "192.0.2.1", [], now);
            var passkey = new IdentityUserPasskey<Guid>
            {
                UserId = personId,
                CredentialId = RandomNumberGenerator.GetBytes(16),
                Data = new()
                {
                    Name = "Key ring",
                    PublicKey = [],
                    AttestationObject = [],
                    ClientDataJson = [],
                    CreatedAt = now,
                },
            };
            var invitation = new Invitation(personId, null, false, Invitation.DefaultDays, now);
            var outboxMessage = new OutboxMessage(
                personId,
                OutboxMessageKind.ReviewReminder,
                $"test:{personId:N}",
                review.Id,
                now
            );
            var template = new PersonalTemplate(goal, "Lead a team", [], [], now);
            var recurringTask = new RecurringTask(personId, goal.Id, "Practise", "FREQ=WEEKLY", today, null, 30);
            var capacity = new Capacity(personId, today.AddDays(70), 400);
            var off = new TimeOff(personId, today.AddDays(80), today.AddDays(90), "Holiday");
            db.AddRange(
                recurringTask,
                recurringTask.CreateFirstOccurrence(today, 9)!,
                capacity,
                off,
                new WeekPlanTask(personId, new Schedule.Allocation(goal.Id, task.Id, today, 60, false), true)
            );
            db.Add(new CheckIn(review, goal.Id, ProgressRating.Behind, 4, null, "Call Ann", now));
            db.AddRange(
                template,
                invitation,
                session,
                passkey,
                goal,
                correction,
                review,
                timeEntry,
                prompt,
                tripwire,
                outboxMessage,
                Revision.RecordSealed(goal, null, correction, now)
            );
            await db.EnsureScheduledAsync(now);
            await db.SaveChangesAsync();
            var all = new SampleData();
            foreach (
                var (name, thing) in new (string, Domain.Entity)[]
                {
                    ("GoalId", goal),
                    ("MilestoneId", milestone),
                    ("TaskId", task),
                    ("ReviewId", review),
                    ("PromptId", prompt),
                    ("EffortId", timeEntry),
                    ("CorrectionId", correction),
                    ("InviteId", invitation),
                    ("MessageId", outboxMessage),
                    ("TemplateId", template),
                    ("TemplateKey", template),
                    ("SeriesId", recurringTask),
                    ("CapacityId", capacity),
                    ("TimeOffId", off),
                    ("TripwireId", tripwire),
                }
            )
            {
                all.ids[name] = thing.Id.ToString();
            }

            all.ids["SessionId"] = session.Id.ToString();
            all.ids["PasskeyId"] = Base64Url.EncodeToString(passkey.CredentialId);
            all.ids["UserId"] = personId.ToString();

            return all;
        });

    /// <summary>Every row of every table as text, except the job status.</summary>
    public static Task<List<string>> DumpAsync(TestApp app) => app.WithDbAsync(Guid.Empty, async db =>
        {
            var lines = new List<string>();
            await db.Database.OpenConnectionAsync();
            foreach (
                var table in db
                    .Model.GetEntityTypes()
                    .Select(type => type.GetTableName()!)
                    .Distinct()
                    .Order()
                    .Where(table => table != "JobStatuses")
            )
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                while (await reader.ReadAsync())
                {
                    rows.Add(
                        $"{table}: "
                            + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader, at)))
                    );
                }

                lines.AddRange(rows.Order(StringComparer.Ordinal));
            }

            return lines;
        });

    private static string Text(DbDataReader reader, int at) =>
        reader.GetValue(at) switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            var value =>
                $"{reader.GetName(at)}={Convert.ToString(value, CultureInfo.InvariantCulture)?.ToLowerInvariant()}",
        };
}
