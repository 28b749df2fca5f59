using CareerCompass.Domain;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Web.Demo;

internal sealed class DemoDirection(Guid ownerId)
{
    public const string People = "Leading people";
    public const string Craft = "Engineering craft";
    public const string Voice = "Visibility";
    public const string Roots = "Life in Berlin";
    public const string Home = "Buy a flat with room for two children";
    public const string Independence = "Be able to take six months off at fifty";

    private readonly FocusArea[] areas =
    [
        new(ownerId, People, 40),
        new(ownerId, Craft, 30, 1),
        new(ownerId, Voice, 15, 2),
        new(ownerId, Roots, 15, 3),
    ];

    private readonly Aspiration[] aspirations = [new(ownerId, Home), new(ownerId, Independence, 1)];

    public IEnumerable<OwnedEntity> Rows =>
        [
            .. areas,
            .. aspirations,
            new Direction(
                ownerId,
                """
                Grow from a good backend engineer into someone who builds **teams** that build good systems.

                - In three years I lead a platform team of five to eight people, in Berlin or remote.
                - I stay close to the craft: I can review any design my team makes.
                - Once we have children I want to work four days a week, so the salary has to allow for that.
                """
            ),
        ];

    public IReadOnlyList<AttentionBreakdown.FocusAreaShare> FocusAreaShares =>
        [.. areas.Select(area => new AttentionBreakdown.FocusAreaShare(area.Id, area.Name, area.Share))];

    public FocusArea Area(string name) => areas.Single(area => area.Name == name);

    public Aspiration? Aspiration(string? title) =>
        aspirations.SingleOrDefault(aspiration => aspiration.Title == title);
}
