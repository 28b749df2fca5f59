using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
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

    public IEnumerable<PromptCard> Prompts => Samples.Select(sample => new PromptCard(
        Guid.CreateVersion7(), sample.AboutGoal ? Guid.Empty : null, sample.AboutGoal ? "Lead a team of my own" : "", sample.Rule, Today.AddDays(-3), sample.Grounds.Write(), "/styleguide")
    {
        Today = Today,
    });

    private IEnumerable<(PromptRule Rule, bool AboutGoal, Grounds Grounds)> Samples =>
    [
        .. new[] { Bearing.OffCourse, Bearing.Drifting, Bearing.Stalled, Bearing.NoRoute }.Select(Sample).Select(standing => (CourseRules.RuleOf(standing)!.Value, true, (Grounds)CourseRules.GroundsOf(standing))),
        (PromptRule.EstimateMissing, true, new Evidence(Today.AddDays(100), null, null, 240, 90, 2) { Open = 6, Unestimated = 3 }),
        (PromptRule.MilestoneMissed, true, new MissedMilestone(Guid.Empty, "First round of interviews", Today.AddDays(-9), 3, 420, 1)),
        (PromptRule.TripwireReached, true, new Premise(Guid.Empty, "There is a team for me inside the company", "Priya names an opening, with a date", "Look outside", Today, null)),
        (PromptRule.TripwireReached, true, new Premise(Guid.Empty, "There is a team for me inside the company", "Priya names an opening, with a date", "Look outside", Today, Today)),
        (PromptRule.FallingConfidence, true, new Confidence(50, [70, 80], Today.AddDays(-1), null, Today.AddDays(100))),
        (PromptRule.FallingConfidence, true, new Confidence(80, null, Today.AddDays(-1), 35, Today.AddDays(100))),
        (PromptRule.DoneEarly, true, new EarlyFinish(Today.AddDays(100), Today.AddDays(40), 9, 60)),
        (PromptRule.Overcommitted, false, new FullWeek(IsoWeek.Monday(Today).AddDays(7), 660, 480, 2, Guid.Empty, "Lead a team of my own")),
        (PromptRule.TooManyGoals, false, new ManyGoals(7, 300)),
        (PromptRule.AttentionDrift, false, new DriftOfAttention(new(Guid.Empty, "Engineering craft", 35, 62, 51, true), new(Guid.Empty, "Leading people", 47, 20, 31, true), ["Life in Berlin"])),
        (PromptRule.DirectionChanged, false, new ChangedDirection(AimKind.Statement, null, Today.AddDays(-4), 4, [new(Guid.Empty, "Lead a team of my own"), new(Guid.Empty, "Give my first conference talk")])),
        (PromptRule.ReviewsSkipped, false, new SkippedReviews(3, Today.AddDays(-21), Today.AddDays(-28))),
    ];

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
