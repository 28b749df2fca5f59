using System.Net;
using AngleSharp.Html.Dom;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

internal sealed record PlanBuilder(TestApp App, Browser Browser)
{
    public static async Task<PlanBuilder> StartAsync(
        TestApp app,
        string email = "ada@example.org",
        string zone = "UTC"
    ) => new(app, await app.RegisterAsync(email, zone));

    public async Task<Guid> SetGoalAsync(string title = "Lead a team", string target = "2027-12-01")
    {
        using var response = await Browser.PostFormAsync(
            "/goals/new",
            ("Input.Title", title),
            ("Input.Target", target)
        );
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1]);
    }

    public async Task<Guid> AddMilestoneAsync(Guid goal, string title = "First project", string date = "2027-06-01")
    {
        await SendAsync($"/goals/{goal}/milestones/new", ("Input.Title", title), ("Input.Date", date));
        return await ReadAsync(db =>
            db.Milestones.Where(milestone => milestone.Title == title).Select(milestone => milestone.Id).SingleAsync()
        );
    }

    public async Task<Guid> AddTaskAsync(
        Guid goal,
        string title = "Talk to Kim",
        string? estimate = "1.5",
        Guid? milestone = null,
        string? notes = null
    )
    {
        await SendAsync(
            $"/goals/{goal}/tasks/new",
            ("Input.Title", title),
            ("Input.Estimate", estimate),
            ("Input.MilestoneId", milestone?.ToString()),
            ("Input.Notes", notes)
        );
        return await ReadAsync(db => db.Tasks.Where(task => task.Title == title).Select(task => task.Id).SingleAsync());
    }

    /// <summary>Submits a page's form and expects success.</summary>
    public async Task<string> SendAsync(string path, params (string, string?)[] fields)
    {
        using var response = await Browser.PostFormAsync(path, fields);
        Assert.True(
            response.StatusCode == HttpStatusCode.Redirect,
            $"{path} answered {(int)response.StatusCode}: "
                + $"{await Problems(response)}\n{string.Join('\n', App.Log.Lines)}"
        );
        return response.Headers.Location!.ToString();
    }

    /// <summary>Submits a page's form and expects it to be refused on the same page.</summary>
    public async Task<IHtmlDocument> RefusedAsync(string path, params (string, string?)[] fields)
    {
        using var response = await Browser.PostFormAsync(path, fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await Browser.ReadAsync(response);
        Assert.True(page.QuerySelector(".error, .problems") is not null, "Refused without a word.");
        return page;
    }

    public async Task<HttpResponseMessage> PressAsync(string action, string? back = null)
    {
        var token = await Browser.TokenAsync("/goals/new");
        return await Browser.PostAsync(action, (Browser.TokenField, token), ("Back", back));
    }

    /// <summary>Today's schedule.</summary>
    public Task<Schedule> ScheduleAsync() =>
        ReadAsync(async db =>
        {
            var person = (await db.CurrentPersonAsync())!;
            return (await db.ForecasterAsync(person, LocalTime.DateAt(App.Clock.Now, person.TimeZone))).Schedule;
        });

    public async Task<T> ReadAsync<T>(Func<CompassDb, Task<T>> read) => await App.WithDbAsync(Browser.PersonId, read);

    public Task<List<Revision>> RevisionsAsync() =>
        ReadAsync(db => db.Revisions.OrderBy(revision => revision.Number).ToListAsync());

    private static async Task<string> Problems(HttpResponseMessage response) =>
        string.Join(
            " ",
            (await Browser.ReadAsync(response))
                .QuerySelectorAll(".error, .problems")
                .Select(problem => problem.TextContent.Trim())
        );
}
