using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Styleguide;

/// <summary>Shows every component in every state, using the partials of the pages. Development only.</summary>
public sealed class StyleguideModel(PageDependencies tools, IWebHostEnvironment host) : AppPage(tools)
{
    public SampleInput Input { get; set; } = new();

    public IReadOnlyList<Palette.Colour> Colours { get; private set; } = [];

    public IEnumerable<GoalStatus> GoalStatuses => Enum.GetValues<GoalStatusKind>().Select(Sample);

    public IEnumerable<PromptCard> Prompts =>
        Samples.Select(sample => new PromptCard(
            Guid.CreateVersion7(),
            sample.AboutGoal ? Guid.Empty : null,
            sample.AboutGoal ? "Lead a team of my own" : "",
            sample.Rule,
            Today.AddDays(-3),
            sample.Grounds.ToJson(),
            "/styleguide"
        )
        {
            Today = Today,
        });

    private IEnumerable<(PromptRule Rule, bool AboutGoal, PromptEvidence Grounds)> Samples =>
        [
            .. new[]
            {
                GoalStatusKind.OffCourse,
                GoalStatusKind.Drifting,
                GoalStatusKind.Stalled,
                GoalStatusKind.NoPlan,
            }
                .Select(Sample)
                .Select(goalStatus =>
                    (
                        GoalStatusRules.RuleFor(goalStatus)!.Value,
                        true,
                        (PromptEvidence)GoalStatusRules.EvidenceFor(goalStatus)
                    )
                ),
            (
                PromptRule.EstimateMissing,
                true,
                new ForecastEvidence(Today.AddDays(100), null, null, 240, 90, 2) { Open = 6, Unestimated = 3 }
            ),
            (
                PromptRule.MilestoneMissed,
                true,
                new MissedMilestoneEvidence(Guid.Empty, "First round of interviews", Today.AddDays(-9), 3, 420, 1)
            ),
            (
                PromptRule.TripwireReached,
                true,
                new TripwireEvidence(
                    Guid.Empty,
                    "There is a team for me inside the company",
                    "Priya names an opening, with a date",
                    "Look outside",
                    Today,
                    null
                )
            ),
            (
                PromptRule.TripwireReached,
                true,
                new TripwireEvidence(
                    Guid.Empty,
                    "There is a team for me inside the company",
                    "Priya names an opening, with a date",
                    "Look outside",
                    Today,
                    Today
                )
            ),
            (
                PromptRule.FallingConfidence,
                true,
                new ConfidenceEvidence(50, [70, 80], Today.AddDays(-1), null, Today.AddDays(100))
            ),
            (
                PromptRule.FallingConfidence,
                true,
                new ConfidenceEvidence(80, null, Today.AddDays(-1), 35, Today.AddDays(100))
            ),
            (PromptRule.DoneEarly, true, new EarlyFinishEvidence(Today.AddDays(100), Today.AddDays(40), 9, 60)),
            (
                PromptRule.Overcommitted,
                false,
                new OvercommitmentEvidence(
                    IsoWeek.Monday(Today).AddDays(7),
                    660,
                    480,
                    2,
                    Guid.Empty,
                    "Lead a team of my own"
                )
            ),
            (PromptRule.TooManyGoals, false, new TooManyGoalsEvidence(7, 300)),
            (
                PromptRule.AttentionDrift,
                false,
                new AttentionDriftEvidence(
                    new(Guid.Empty, "Engineering craft", 35, 62, 51, true),
                    new(Guid.Empty, "Leading people", 47, 20, 31, true),
                    ["Life in Berlin"]
                )
            ),
            (
                PromptRule.DirectionChanged,
                false,
                new DirectionChangeEvidence(
                    DirectionPart.Statement,
                    null,
                    Today.AddDays(-4),
                    4,
                    [new(Guid.Empty, "Lead a team of my own"), new(Guid.Empty, "Give my first conference talk")]
                )
            ),
            (PromptRule.ReviewsSkipped, false, new SkippedReviewsEvidence(3, Today.AddDays(-21), Today.AddDays(-28))),
        ];

    public RouteChart Chart { get; private set; } = null!;

    public IReadOnlyList<MilestoneGroup> MilestoneGroups { get; private set; } = [];

    public override Task<IActionResult> OnGetAsync()
    {
        if (!host.IsDevelopment())
        {
            return Task.FromResult<IActionResult>(NotFound());
        }

        using var css = new StreamReader(host.WebRootFileProvider.GetFileInfo("site.css").CreateReadStream());
        Colours = Palette.Read(css.ReadToEnd());
        ModelState.AddModelError("Input.Wrong", T["The end must be after the start."]);
        Arrange();
        return Task.FromResult<IActionResult>(Page());
    }

    private void Arrange()
    {
        PlanSnapshot.MilestoneSnapshot[] milestoneSnapshots =
        [
            new(Guid.CreateVersion7(), "I know what the role requires", Today.AddDays(-200), null),
            new(Guid.CreateVersion7(), "I have led without the title", Today.AddDays(-20), null),
            new(Guid.CreateVersion7(), "First round of interviews", Today.AddDays(40), null),
        ];
        TaskRow[] tasks =
        [
            new(
                Guid.CreateVersion7(),
                "Read three job descriptions",
                90,
                milestoneSnapshots[0].Id,
                Today.AddDays(-210),
                false
            ),
            new(Guid.CreateVersion7(), "Ask for the pilot project", 60, milestoneSnapshots[1].Id, null, true),
            new(Guid.CreateVersion7(), "Rewrite the CV", 240, milestoneSnapshots[2].Id, Today.AddDays(-1), false),
            new(
                Guid.CreateVersion7(),
                "List twelve teams that I would want to lead, and say of each in one sentence why that is so",
                180,
                milestoneSnapshots[2].Id,
                null,
                false
            ),
            new(Guid.CreateVersion7(), "Have coffee with eight people", null, milestoneSnapshots[2].Id, null, false),
            new(Guid.CreateVersion7(), "A task that leads to no milestone", 30, null, null, false),
        ];
        MilestoneGroups = MilestoneGroup.Create(milestoneSnapshots, tasks, Today, T["No milestone"]);
        var planSnapshot = new PlanSnapshot(
            "Lead a team of my own",
            GoalState.Active,
            Today.AddDays(120),
            null,
            Today.AddDays(-260),
            milestoneSnapshots,
            [
                .. tasks.Select(task => new PlanSnapshot.TaskSnapshot(
                    task.Id,
                    task.Title,
                    task.Estimate,
                    task.MilestoneId,
                    task.DoneOn
                )),
            ]
        );
        Chart = RouteChart.Create(planSnapshot, Today, SampleForecast(90, 140, 190, 0.3));
    }

    private Forecast SampleForecast(int p10, int p50, int p80, double chance) =>
        new(
            PlanEnd: Today.AddDays(p50 - 20),
            P10: Today.AddDays(p10),
            P50: Today.AddDays(p50),
            P70: Today.AddDays((p50 + p80) / 2),
            P80: Today.AddDays(p80),
            P90: Today.AddDays(240),
            Chance: chance,
            PaceMinutes: 120,
            Finished: 40,
            Unestimated: 0,
            CorrectedByGoals: 0
        );

    private GoalStatus Sample(GoalStatusKind goalStatusKind)
    {
        var facts = new GoalFacts
        {
            Id = Guid.Empty,
            OwnerId = Person.Id,
            Title = "Lead a team of my own",
            State = Enum.TryParse<GoalState>(goalStatusKind.ToString(), out var state) ? state : GoalState.Active,
            PausedUntil = goalStatusKind == GoalStatusKind.Paused ? Today.AddDays(30) : null,
            Target = Today.AddDays(100),
            StartedOn = Today.AddDays(-200),
            Open = goalStatusKind == GoalStatusKind.NoPlan ? 0 : 6,
            OpenEstimated = 6,
            OpenMinutes = 1440,
            Done = 12,
            DoneEstimated = 12,
            DoneMinutes = 2600,
        };
        var forecast = goalStatusKind
            is GoalStatusKind.OffCourse
                or GoalStatusKind.Drifting
                or GoalStatusKind.OnCourse
                or GoalStatusKind.Stalled
                or GoalStatusKind.Early
            ? SampleForecast(
                40,
                goalStatusKind == GoalStatusKind.OffCourse ? 130 : 60,
                goalStatusKind == GoalStatusKind.OnCourse ? 90 : 140,
                0.6
            )
            : null;
        return new GoalStatus(facts, goalStatusKind, forecast, 17);
    }

    public sealed record SampleInput
    {
        public string? Text { get; set; }

        public string? Wrong { get; set; } = "1 March";

        public DateOnly? Day { get; set; }

        public bool Box { get; set; } = true;
    }
}
