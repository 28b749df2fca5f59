using CareerCompass.Bench.Scale;
using CareerCompass.Bench.Support;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Bench.Kill;

internal sealed class KilledDelivery(int people) : KilledJob, IDisposable
{
    private const int Enough = 120;

    private readonly SmtpSink sink = new();
    private int life;
    private int owed;

    public override string Name => "delivery";

    public override int Start => life;

    public override IEnumerable<string> Command(Database database) =>
        ["kill-worker", "delivery", .. database.Settings, .. sink.Settings];

    public override Task PrepareAsync(WebApplication app, Database database) =>
        app.WithDbAsync(async db =>
        {
            await new Club(people, people, early: 0).FillAsync(db, database.ConnectionString, database.Folder);
            await db.OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner]).ExecuteDeleteAsync();
        });

    public override async Task BeginAsync(WebApplication app, bool top = true)
    {
        sink.Life = ++life;
        if (!top)
        {
            return;
        }

        await app.WithDbAsync(async db =>
        {
            var missing =
                Enough
                - await db
                    .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
                    .CountAsync(outboxMessage => outboxMessage.State != OutboxMessageState.Sent);
            for (var i = 0; i < missing; i++, owed++)
            {
                db.OutboxMessages.Add(
                    new OutboxMessage(
                        Club.PersonId(owed % people),
                        OutboxMessageKind.ResetPassword,
                        $"kill:{owed}",
                        null,
                        Club.Due
                    )
                );
            }

            await db.SaveChangesAsync();
        });
    }

    // A run ends after a minute, and failed messages wait for their retry
    public override Task<bool> IsDoneAsync(WebApplication app) =>
        app.WithDbAsync(async db =>
            !await db
                .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
                .AnyAsync(outboxMessage =>
                    outboxMessage.State == OutboxMessageState.Pending
                    || outboxMessage.State == OutboxMessageState.Sending
                )
        );

    public override bool Heard(string line) => true;

    public void Dispose() => sink.Dispose();

    public override Task<Tally> CountAsync(WebApplication app) =>
        app.WithDbAsync(async db =>
        {
            var outboxMessages = await db.OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner]).ToListAsync();
            var taken = sink.Taken();
            var lasts = taken.GroupBy(mail => mail.Life).Select(mails => mails.Last()).ToHashSet();
            var (lost, doubled, repeated) = (0, 0, 0);
            foreach (var outboxMessage in outboxMessages)
            {
                var lives = taken
                    .Where(mail => mail.MessageId == $"<{outboxMessage.Id:N}@compass.example.org>")
                    .Select(mail => (mail.Life, mail.MessageId))
                    .ToList();
                lost += lives.Count == 0 ? 1 : 0;

                // Only the message that the killed process was sending may be repeated
                var inFlight = lives.SkipLast(1).Count(lasts.Contains);
                repeated += inFlight;
                doubled += Math.Max(0, lives.Count - 1 - inFlight);
            }

            return new Tally(
                outboxMessages.Count,
                lost,
                doubled,
                repeated,
                outboxMessages.Count(outboxMessage => outboxMessage.State != OutboxMessageState.Sent)
                    + taken.Count(mail => !mail.MessageId.EndsWith("@compass.example.org>", StringComparison.Ordinal))
            );
        });
}
