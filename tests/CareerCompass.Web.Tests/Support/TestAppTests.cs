using System.Net;

namespace CareerCompass.Web.Tests.Support;

public sealed class TestAppTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_is_set_through_the_form(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.RegisterAsync("ada@example.org", "Europe/Berlin");
        using var count = app.CountQueries();

        using var response = await person.PostFormAsync(
            "/goals/new",
            ("Input.Title", "Lead a team"),
            ("Input.Target", "2027-12-01")
        );

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.NotEqual(0, count.Number);
        var goal = await app.WithDbAsync(person.PersonId, async db => db.Goals.Single());
        Assert.Equal("Lead a team", goal.Title);
        Assert.Equal(new DateOnly(2027, 3, 3), goal.StartedOn);
    }
}
