using System.Buffers.Binary;
using System.Globalization;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CareerCompass.Bench.Scale;

/// <summary>
/// A career club. Each member has two goals with a milestone and ten tasks, four time entries, two reviews with
/// check-ins, forecast records of two weeks, a capacity and a sent reminder; every second one has an open prompt. They
/// live in twelve zones. Some are due at <see cref="Due"/>, a few an hour before (for warm-up), all others during the
/// week after.
/// </summary>
internal sealed class Club(int members, int due, int early)
{
    /// <summary>A Monday.</summary>
    public static readonly DateTime Due = new(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);

    private const int AtOnce = 10_000;

    private static readonly DateTime Before = Due.AddDays(-90);
    private static readonly DateOnly Monday = new(2027, 3, 8);

    private static readonly (string Id, TimeZoneInfo Info)[] Zones =
    [
        .. new[]
        {
            "Europe/Berlin",
            "Europe/London",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Asia/Shanghai",
            "Australia/Sydney",
            "Pacific/Auckland",
            "Africa/Lagos",
        }.Select(id => (id, TimeZoneInfo.FindSystemTimeZoneById(id))),
    ];

    private static readonly string Evidence = System.Text.Json.JsonSerializer.Serialize(
        new ForecastEvidence(Monday.AddDays(200), Monday.AddDays(210), Monday.AddDays(320), 600, 40, 3)
    );

    private enum Kind
    {
        Person,
        Capacity,
        Goal,
        Milestone,
        Task,
        Effort,
        Review,
        CheckIn,
        Sighting,
        Prompt,
        Message,
    }

    public static Guid PersonId(int member) => Id(member, Kind.Person, 0);

    public async Task FillAsync(CompassDb db, string? postgres, string folder)
    {
        var tables = Tables(db);
        if (postgres is null)
        {
            await using var sqlite = new SqliteConnection(
                $"Data Source={Path.Combine(folder, "compass.db")};Foreign Keys=False"
            );
            await sqlite.OpenAsync();
            foreach (var some in Enumerable.Range(0, members).Chunk(AtOnce))
            {
                await using var transaction = sqlite.BeginTransaction();
                foreach (var (table, rows) in tables)
                {
                    table.Write(sqlite, transaction, some.SelectMany(rows));
                }

                await transaction.CommitAsync();
            }

            await new SqliteCommand("ANALYZE", sqlite).ExecuteNonQueryAsync();
            return;
        }

        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await ExecuteAsync("SET session_replication_role = replica"); // turns off foreign key checks
        foreach (var some in Enumerable.Range(0, members).Chunk(AtOnce))
        {
            foreach (var (table, rows) in tables)
            {
                await table.WriteAsync(connection, some.SelectMany(rows));
            }
        }

        // Autovacuum and checkpoints would have done this in a real club, which grows slowly
        await ExecuteAsync("VACUUM (ANALYZE)");
        await ExecuteAsync("CHECKPOINT");

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    // Version 7 ids in the order of registration
    private static Guid Id(int member, Kind kind, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, 0x0195_0000_0000_7000 + ((ulong)member << 16));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 + ((ulong)kind << 32) + (ulong)number);
        return new Guid(bytes, bigEndian: true);
    }

    private List<(Table Table, Func<int, IEnumerable<object?[]>> Rows)> Tables(CompassDb db) =>
        [
            (
                new Table(
                    db,
                    typeof(AppUser),
                    "Id",
                    "UserName",
                    "NormalizedUserName",
                    "Email",
                    "NormalizedEmail",
                    "EmailConfirmed",
                    "SecurityStamp"
                ),
                i =>
                {
                    var address = string.Create(CultureInfo.InvariantCulture, $"member{i}@example.org");
                    return
                    [
                        [
                            Id(i, Kind.Person, 0),
                            address,
                            address.ToUpperInvariant(),
                            address,
                            address.ToUpperInvariant(),
                            true,
                            "stamp",
                        ],
                    ];
                }
            ),
            (
                new Table(
                    db,
                    typeof(Person),
                    "Id",
                    "Name",
                    "Zone",
                    "Language",
                    "RemindersEnabled",
                    "NextReviewAt",
                    "NextEvaluationAt",
                    "CreatedAt",
                    "Rhythm_Day",
                    "Rhythm_Time",
                    "Rhythm_Monthly",
                    "Rhythm_Quarterly",
                    "Rhythm_Yearly"
                ),
                i =>
                {
                    var (at, zone) = (ReviewAt(i), Zones[i % Zones.Length]);
                    var wall = LocalTime.DateTimeAt(at, zone.Info);
                    var midnight = LocalTime.ToUtc(
                        LocalTime.DateAt(Due, zone.Info).AddDays(1),
                        TimeOnly.MinValue,
                        zone.Info
                    );
                    return
                    [
                        [
                            Id(i, Kind.Person, 0),
                            $"Member {i}",
                            zone.Id,
                            "en",
                            true,
                            at,
                            midnight,
                            Before,
                            wall.DayOfWeek.ToString(),
                            TimeOnly.FromDateTime(wall),
                            true,
                            true,
                            true,
                        ],
                    ];
                }
            ),
            (new Table(db, typeof(Capacity), "Id", "OwnerId", "FromWeek", "Minutes"), i => [
                    [Id(i, Kind.Capacity, 0), Id(i, Kind.Person, 0), Monday.AddDays(-91), 240 + (i % 7 * 30)],
                ]),
            (
                new Table(
                    db,
                    typeof(Goal),
                    "Id",
                    "OwnerId",
                    "Title",
                    "Why",
                    "DoneWhen",
                    "Target",
                    "State",
                    "StartedOn"
                ),
                i =>
                    Two(goal =>
                        [
                            Id(i, Kind.Goal, goal),
                            Id(i, Kind.Person, 0),
                            goal == 0 ? "Lead a team of my own" : "Speak at a conference",
                            "It is what I want to be doing in three years.",
                            "I do it, and others say so.",
                            Monday.AddDays(100 + (i % 200)),
                            nameof(GoalState.Active),
                            Monday.AddDays(-84),
                        ]
                    )
            ),
            (new Table(db, typeof(Milestone), "Id", "OwnerId", "GoalId", "Title", "Date"), i =>
                Two(goal =>
                    [
                        Id(i, Kind.Milestone, goal),
                        Id(i, Kind.Person, 0),
                        Id(i, Kind.Goal, goal),
                        "Halfway",
                        Monday.AddDays(60),
                    ]
                )
            ),
            (
                new Table(
                    db,
                    typeof(PlanTask),
                    "Id",
                    "OwnerId",
                    "GoalId",
                    "MilestoneId",
                    "Title",
                    "Estimate",
                    "Position",
                    "DoneOn",
                    "DoneAt"
                ),
                i =>
                    Enumerable
                        .Range(0, 20)
                        .Select(task =>
                        {
                            var (goal, step) = (task / 10, task % 10);
                            DateOnly? done = step < 4 ? Monday.AddDays(-70 + (step * 15) + (i % 10)) : null;
                            return new object?[]
                            {
                                Id(i, Kind.Task, task),
                                Id(i, Kind.Person, 0),
                                Id(i, Kind.Goal, goal),
                                step < 5 ? Id(i, Kind.Milestone, goal) : null,
                                $"Step {step + 1}: ask two people who have done it",
                                step == 9 ? null : 30 + (step * 15),
                                step + 1,
                                done,
                                done?.ToDateTime(new TimeOnly(18, 0), DateTimeKind.Utc),
                            };
                        })
            ),
            (new Table(db, typeof(TimeEntry), "Id", "OwnerId", "GoalId", "TaskId", "Day", "Minutes"), i =>
                Enumerable
                    .Range(0, 4)
                    .Select(effort =>
                        new object?[]
                        {
                            Id(i, Kind.Effort, effort),
                            Id(i, Kind.Person, 0),
                            Id(i, Kind.Goal, effort / 2),
                            Id(i, Kind.Task, effort / 2 * 10),
                            Monday.AddDays(-30 + (effort * 7) + (i % 7)),
                            45,
                        }
                    )
            ),
            (
                new Table(
                    db,
                    typeof(Review),
                    "Id",
                    "OwnerId",
                    "Kind",
                    "PeriodStart",
                    "Date",
                    "State",
                    "OpenedAt",
                    "CompletedAt",
                    "Learned"
                ),
                i =>
                    Two(week =>
                    {
                        var opened = ReviewAt(i).AddDays(-7 * (week + 1));
                        var date = LocalTime.DateAt(opened, Zones[i % Zones.Length].Info);
                        var open = week == 0 && i % 2 == 0;
                        return
                        [
                            Id(i, Kind.Review, week),
                            Id(i, Kind.Person, 0),
                            nameof(ReviewKind.Weekly),
                            IsoWeek.Monday(date),
                            date,
                            open ? nameof(ReviewState.Open) : nameof(ReviewState.Completed),
                            opened,
                            open ? null : opened.AddHours(3),
                            open ? null : "Ask earlier.",
                        ];
                    })
            ),
            (
                new Table(
                    db,
                    typeof(CheckIn),
                    "Id",
                    "OwnerId",
                    "ReviewId",
                    "GoalId",
                    "Progress",
                    "Confidence",
                    "NextStep",
                    "AnsweredAt"
                ),
                i =>
                    Enumerable
                        .Range(i % 2 == 0 ? 2 : 0, i % 2 == 0 ? 2 : 4)
                        .Select(number =>
                            new object?[]
                            {
                                Id(i, Kind.CheckIn, number),
                                Id(i, Kind.Person, 0),
                                Id(i, Kind.Review, number / 2),
                                Id(i, Kind.Goal, number % 2),
                                nameof(ProgressRating.AsPlanned),
                                7,
                                "Write to Ada",
                                ReviewAt(i).AddDays(-7 * ((number / 2) + 1)).AddHours(2),
                            }
                        )
            ),
            (
                new Table(
                    db,
                    typeof(ForecastRecord),
                    "Id",
                    "OwnerId",
                    "GoalId",
                    "Week",
                    "Status",
                    "Target",
                    "P50",
                    "P80"
                ),
                i =>
                    Enumerable
                        .Range(0, 4)
                        .Select(number =>
                            new object?[]
                            {
                                Id(i, Kind.Sighting, number),
                                Id(i, Kind.Person, 0),
                                Id(i, Kind.Goal, number % 2),
                                Monday.AddDays(-7 * ((number / 2) + 1)),
                                "OnCourse",
                                Monday.AddDays(100 + (i % 200)),
                                Monday.AddDays(90),
                                Monday.AddDays(140),
                            }
                        )
            ),
            (
                new Table(
                    db,
                    typeof(Prompt),
                    "Id",
                    "OwnerId",
                    "GoalId",
                    "SubjectId",
                    "Rule",
                    "State",
                    "EvidenceJson",
                    "QuietFrom",
                    "RaisedAt"
                ),
                i =>
                    i % 2 == 0
                        ? []
                        :
                        [
                            [
                                Id(i, Kind.Prompt, 0),
                                Id(i, Kind.Person, 0),
                                Id(i, Kind.Goal, 0),
                                Guid.Empty,
                                nameof(PromptRule.Drifting),
                                nameof(PromptState.Open),
                                Evidence,
                                Monday.AddDays(-6),
                                Due.AddDays(-6),
                            ],
                        ]
            ),
            (
                new Table(
                    db,
                    typeof(OutboxMessage),
                    "Id",
                    "OwnerId",
                    "Kind",
                    "Occasion",
                    "SubjectId",
                    "State",
                    "CreatedAt",
                    "DueAt",
                    "SentAt",
                    "Attempts"
                ),
                i =>
                    [
                        [
                            Id(i, Kind.Message, 0),
                            Id(i, Kind.Person, 0),
                            nameof(OutboxMessageKind.ReviewReminder),
                            $"review:{Id(i, Kind.Person, 0):N}:last",
                            Id(i, Kind.Review, 0),
                            nameof(OutboxMessageState.Sent),
                            ReviewAt(i).AddDays(-7),
                            ReviewAt(i).AddDays(-7),
                            ReviewAt(i).AddDays(-7),
                            1,
                        ],
                    ]
            ),
        ];

    private static IEnumerable<object?[]> Two(Func<int, object?[]> row) => [row(0), row(1)];

    private DateTime ReviewAt(int member)
    {
        var step = Math.Max(1, members / (due + early));
        return member % step == 0 && member / step < due + early
            ? (member / step < due ? Due : Due.AddHours(-1))
            : Due.AddHours(1 + (member % 167));
    }
}
