using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CareerCompass.Web.Tests.Abuse;

/// <summary>
/// Thousands of malformed requests over a real socket to every page and handler. Set CAREERCOMPASS_ABUSE_SEED to repeat
/// a run and CAREERCOMPASS_ABUSE_REQUESTS to extend it.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AbuseTests(ITestOutputHelper output)
{
    private const int BlockSize = 250;
    private static readonly int Seed = Setting("SEED", 20270303);
    private static readonly int Requests = Setting("REQUESTS", 10_000);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private (TimeSpan Took, string What) slowest;
    private readonly ConcurrentDictionary<int, int> statuses = [];
    private readonly ConcurrentQueue<string> failures = [];

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_thousand_bad_requests_break_and_hold_up_nothing(TestDatabase database)
    {
        var started = Stopwatch.GetTimestamp();
        await using var app = await TestApp.ListenAsync(database);
        var handlers = await Routes.PagesAsync(app);
        await app.OpenAccountAsync("admin@example.org");
        var victim = await app.OpenAccountAsync("victim@example.org");
        var theirs = (await SampleData.ArrangeAsync(app, victim)).All;
        var before = await RowsOfAsync(app, victim);

        // Warm-up
        await RoundAsync(app, handlers, theirs, 0);
        var (first, rows) = (await PageSize.NowAsync(app), await RowsOfAsync(app, victim));
        await RoundAsync(app, handlers, theirs, 1);
        var second = await PageSize.NowAsync(app, first);

        output.WriteLine(
            $"Seed {Seed}, {Requests} requests in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: "
                + string.Join(
                    ", ",
                    statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} × {status.Key}")
                )
        );
        output.WriteLine($"After the first half {first}, after the second {second}");
        output.WriteLine($"Slowest: {slowest.Took.TotalMilliseconds:0} ms for {slowest.What}");
        Assert.True(
            failures.IsEmpty,
            $"Seed {Seed}: {failures.Count} failures\n{string.Join("\n\n", failures.Take(40))}"
        );
        Assert.Equal(before, rows);
        Assert.Equal(before, await RowsOfAsync(app, victim));
        Assert.True(second.IsAbout(first), $"Seed {Seed}: {first} grew to {second}");
    }

    private async Task RoundAsync(TestApp app, List<Handler> handlers, IReadOnlyList<string> theirs, int round)
    {
        var blocks = Requests / 2 / BlockSize;
        for (var block = round * blocks; block < (round + 1) * blocks; block++)
        {
            // A separate account per block, as some requests succeed in deleting it or signing it out
            var random = new Random(unchecked((Seed * 31) + block));
            var isAdmin = block % 5 == 4;
            var sender = await app.OpenAccountAsync($"sender{block}@example.org");
            await app.WithDbAsync(sender, db =>
                db.Users.Where(user => user.Id == sender)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdmin, isAdmin))
            );
            var own = await SampleData.ArrangeAsync(app, sender);
            var signedIn = await VisitAsync(app, sender);
            var anonymous = await VisitAsync(app, null);
            var requests = new List<BadRequest>();
            while (requests.Count < BlockSize)
            {
                var handler = random.Pick(handlers);
                var visit = random.Next(handler.Public ? 2 : 8) == 0 ? anonymous : signedIn;
                var request = Good(
                    handler,
                    random.Pick(handler.Addresses(own.ValueOf).ToList()),
                    visit,
                    DateOnly.FromDateTime(app.Clock.Now)
                );
                new Fuzzer(random).Spoil(request, isAdmin ? own.All : theirs);
                requests.Add(request);
            }

            await Parallel.ForEachAsync(
                requests,
                new ParallelOptions { MaxDegreeOfParallelism = 40 },
                async (request, _) => await SendAsync(app, request)
            );
            app.Log.Clear();
        }
    }

    private async Task SendAsync(TestApp app, BadRequest request)
    {
        try
        {
            var answer = await RawHttp.SendAsync(app.Address.Port, request.ToBytes(), Limit, hangUp: !request.IsWhole);
            statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
            if (answer.Took > slowest.Took)
            {
                slowest = (answer.Took, request.ToString());
            }

            if (answer.Status is >= 500 and not 505 || (answer.Status == 0 && request.IsWhole))
            {
                failures.Enqueue(
                    $"{answer.Status}: "
                        + $"{request}\n{string.Join('\n', app.Log.Lines.Where(line => line.Contains("unhandled", StringComparison.Ordinal)).TakeLast(1).Select(line => line[..Math.Min(line.Length, 3000)]))}"
                );
            }
        }
        catch (OperationCanceledException)
        {
            failures.Enqueue($"No end after {Limit.TotalSeconds} s: {request}");
        }
    }

    private static BadRequest Good(Handler handler, string address, Visit visit, DateOnly today)
    {
        var parts = address.Split('?', 2);
        var request = new BadRequest
        {
            Method = handler.Method,
            Path = parts[0],
            Query = parts.Length > 1 ? "?" + parts[1] : "",
        };
        request.Cookies.AddRange(visit.Cookies);
        if (handler.Method == "POST")
        {
            request.Fields.AddRange(
                Routes.Fields(handler.Page, today).Select(field => (field.Name, field.Value ?? ""))
            );
            request.Fields.Add((Browser.TokenField, visit.Token));
        }

        return request;
    }

    private static async Task<Visit> VisitAsync(TestApp app, Guid? person)
    {
        using var handler = new HttpClientHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
        };
        using var client = new HttpClient(handler) { BaseAddress = app.Address };
        if (person is not null)
        {
            using var signedIn = await client.GetAsync(SignInFilter.Path + person);
            Assert.True(signedIn.IsSuccessStatusCode, $"{signedIn} {string.Join('\n', app.Log.Lines.TakeLast(3))}");
        }

        using var shown = await client.GetAsync(person is null ? "/account/sign-in" : "/goals/new");
        Assert.True(shown.IsSuccessStatusCode, $"{shown} {string.Join('\n', app.Log.Lines.TakeLast(3))}");
        var page = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync());
        var token = page.QuerySelector($"input[name={Browser.TokenField}]")!.GetAttribute("value")!;
        return new Visit(
            [.. handler.CookieContainer.GetCookies(app.Address).Select(cookie => (cookie.Name, cookie.Value))],
            token
        );
    }

    private static async Task<List<string>> RowsOfAsync(TestApp app, Guid person) =>
        [.. (await SampleData.DumpAsync(app)).Where(row => row.Contains(person.ToString(), StringComparison.Ordinal))];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable("CAREERCOMPASS_ABUSE_" + name),
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;

    private sealed record Visit(List<(string Name, string Value)> Cookies, string Token);
}
