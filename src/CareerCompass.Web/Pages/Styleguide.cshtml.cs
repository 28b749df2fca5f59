using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages;

/// <summary>Every piece of the pages in every state, drawn by the partials that the pages use. In Development only.</summary>
public sealed class StyleguideModel(PageTools tools, IWebHostEnvironment host) : AppPage(tools)
{
    public SampleInput Input { get; set; } = new();

    public IReadOnlyList<Palette.Colour> Colours { get; private set; } = [];

    public IEnumerable<Standing> Standings => Enum.GetValues<Bearing>().Select(Sample);

    public IEnumerable<PromptCard> Prompts => Enum.GetValues<PromptRule>().Select(rule => new PromptCard(
        Guid.Empty, Guid.Empty, "Lead a team of my own", rule, Today.AddDays(-3), "", "/styleguide")
    {
        Current = Sample(Enum.Parse<Bearing>(rule.ToString())).Evidence,
    });

    public RouteChart Chart { get; private set; } = null!;

    public IReadOnlyList<Leg> Legs { get; private set; } = [];

    public override Task<IActionResult> OnGetAsync()
    {
        if (!host.IsDevelopment())
        {
            return Task.FromResult<IActionResult>(NotFound());
        }

        using var css = new StreamReader(host.WebRootFileProvider.GetFileInfo("site.css").CreateReadStream());
        Colours = Palette.Read(css.ReadToEnd());
        ModelState.AddModelError("Input.Wrong", T["The end must lie after the beginning."]);
        Arrange();
        return Task.FromResult<IActionResult>(Page());
    }

    private void Arrange()
    {
        Route.Stop[] stops =
        [
            new(Guid.CreateVersion7(), "I know what the role asks for", Today.AddDays(-200), null),
            new(Guid.CreateVersion7(), "I have led without the title", Today.AddDays(-20), null),
            new(Guid.CreateVersion7(), "First round of interviews", Today.AddDays(40), null),
        ];
        TaskRow[] tasks =
        [
            new(Guid.CreateVersion7(), "Read three job descriptions", 90, stops[0].Id, Today.AddDays(-210), false),
            new(Guid.CreateVersion7(), "Ask for the pilot project", 60, stops[1].Id, null, true),
            new(Guid.CreateVersion7(), "Rewrite the CV", 240, stops[2].Id, Today.AddDays(-1), false),
            new(Guid.CreateVersion7(), "List twelve teams that I would want to lead, and say of each in one sentence why that is so", 180, stops[2].Id, null, false),
            new(Guid.CreateVersion7(), "Have coffee with eight people", null, stops[2].Id, null, false),
            new(Guid.CreateVersion7(), "A task that leads to no milestone", 30, null, null, false),
        ];
        Legs = Leg.Of(stops, tasks, Today, T["No milestone"]);
        var route = new Route("Lead a team of my own", GoalState.Active, Today.AddDays(120), null, Today.AddDays(-260), stops,
            [.. tasks.Select(task => new Route.Step(task.Id, task.Title, task.Estimate, task.MilestoneId, task.DoneOn))]);
        Chart = RouteChart.Of(route, Today, new Forecast(Today.AddDays(90), Today.AddDays(140), Today.AddDays(190), Today.AddDays(240), 0.3, 120, 40));
    }

    private Standing Sample(Bearing bearing)
    {
        var facts = new GoalFacts
        {
            Id = Guid.Empty,
            OwnerId = Me.Id,
            Title = "Lead a team of my own",
            State = Enum.TryParse<GoalState>(bearing.ToString(), out var state) ? state : GoalState.Active,
            PausedUntil = bearing == Bearing.Paused ? Today.AddDays(30) : null,
            Target = Today.AddDays(100),
            StartedOn = Today.AddDays(-200),
            Open = bearing == Bearing.NoRoute ? 0 : 6,
            OpenEstimated = 6,
            OpenMinutes = 1440,
            Done = 12,
            DoneEstimated = 12,
            DoneMinutes = 2600,
        };
        var forecast = bearing is Bearing.OffCourse or Bearing.Drifting or Bearing.OnCourse or Bearing.Stalled
            ? new Forecast(Today.AddDays(40), Today.AddDays(bearing == Bearing.OffCourse ? 130 : 60), Today.AddDays(bearing == Bearing.OnCourse ? 90 : 140), Today.AddDays(200), 0.6, 120, 40) : null;
        return new Standing(facts, bearing, forecast, 17);
    }

    public sealed record SampleInput
    {
        public string? Text { get; set; }

        public string? Wrong { get; set; } = "1 March";

        public DateOnly? Day { get; set; }

        public bool Box { get; set; } = true;
    }
}
