using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Tests.Directions;

public class DirectionTests
{
    private readonly Direction direction = new(Guid.CreateVersion7(), null);

    [Fact]
    public void A_statement_is_trimmed_and_may_be_none()
    {
        direction.ChangeStatement(" To lead **people** ");
        Assert.Equal("To lead **people**", direction.Statement);
        direction.ChangeStatement(" ");
        Assert.Null(direction.Statement);
        Sample.Refused("Statement", () => direction.ChangeStatement(new string('s', 20_001)));
    }

    [Fact]
    public void Areas_are_renamed_ordered_and_dropped_in_place_and_new_ones_join()
    {
        var areas = direction.UpdateFocusAreas(
            [],
            [new(null, " Craft ", 60), new(null, null, null), new(null, "People", 40)]
        );
        Assert.Equal([("Craft", 60, 0), ("People", 40, 1)], Told(areas));

        var later = direction.UpdateFocusAreas(
            areas,
            [new(null, "Voice", 10), new(areas[1].Id, "Leading", 90), new(areas[0].Id, " ", 0)]
        );

        Assert.Equal([("Voice", 10, 0), ("Leading", 90, 1)], Told(later));
        Assert.Same(areas[1], later[1]);
        Assert.All(later, area => Assert.Equal(direction.OwnerId, area.OwnerId));
    }

    [Fact]
    public void There_may_be_no_areas_at_all() => Assert.Empty(direction.UpdateFocusAreas([], [new(null, "", 0)]));

    [Fact]
    public void A_row_of_an_area_that_is_gone_makes_a_new_one_and_no_area_is_named_twice()
    {
        var area = direction.UpdateFocusAreas([], [new(null, "Craft", 100)])[0];
        var gone = Guid.CreateVersion7();

        var later = direction.UpdateFocusAreas(
            [area],
            [new(gone, "Voice", 20), new(area.Id, "Craft", 30), new(area.Id, "Craft again", 50)]
        );

        Assert.Equal(3, later.Select(other => other.Id).Distinct().Count());
        Assert.DoesNotContain(later, other => other.Id == gone);
    }

    [Theory]
    [InlineData(90, "This adds up to {0} %: {1} % left to assign.", 10)]
    [InlineData(0, "This adds up to {0} %: {1} % left to assign.", 100)]
    [InlineData(100 + 15, "This adds up to {0} %: {1} % too much.", 15)]
    public void Shares_that_do_not_sum_to_a_hundred_are_told_by_how_much(int sum, string key, int off)
    {
        var refused = Assert.Throws<DomainRuleException>(() =>
            direction.UpdateFocusAreas([], [new(null, "Craft", sum / 2), new(null, "People", sum - (sum / 2))])
        );
        Assert.Equal(("Rows", key), (refused.Field, refused.MessageKey));
        Assert.Equal([sum, off], refused.Arguments);
    }

    [Fact]
    public void Areas_are_refused_without_a_name_with_the_same_name_or_with_a_share_that_is_none()
    {
        Sample.Refused("Rows", () => direction.UpdateFocusAreas([], [new(null, "Craft", 60), new(null, " ", 40)]));
        Sample.Refused("Rows", () => direction.UpdateFocusAreas([], [new(null, "Craft", 60), new(null, " craft", 40)]));
        Sample.Refused("Rows", () =>
            direction.UpdateFocusAreas([], [new(null, "Craft", 110), new(null, "People", -10)])
        );
        Sample.Refused("Name", () => direction.UpdateFocusAreas([], [new(null, new string('n', 201), 100)]));
    }

    [Fact]
    public void There_are_only_so_many_areas()
    {
        FocusAreaEdit[] Rows(int count) =>
            [.. Enumerable.Range(0, count).Select(at => new FocusAreaEdit(null, $"Area {at}", at == 0 ? 100 : 0))];
        Assert.Equal(Direction.MaxFocusAreas, direction.UpdateFocusAreas([], Rows(Direction.MaxFocusAreas)).Count);
        Sample.Refused("Rows", () => direction.UpdateFocusAreas([], Rows(Direction.MaxFocusAreas + 1)));
    }

    [Fact]
    public void Aspirations_join_are_renamed_and_dropped_and_are_only_so_many()
    {
        var some = direction.UpdateAspirations([], [new(null, " A home "), new(null, " "), new(null, "Travel")]);
        Assert.Equal(
            [("A home", 0), ("Travel", 1)],
            some.Select(aspiration => (aspiration.Title, aspiration.Position))
        );

        var later = direction.UpdateAspirations(some, [new(some[1].Id, "See Japan"), new(some[0].Id, null)]);

        Assert.Same(some[1], Assert.Single(later));
        Assert.Equal(("See Japan", 0), (later[0].Title, later[0].Position));
        Sample.Refused("Title", () => direction.UpdateAspirations([], [new(null, new string('t', 201))]));
        Sample.Refused("Rows", () =>
            direction.UpdateAspirations(
                [],
                Enumerable.Repeat(new AspirationEdit(null, "More"), Direction.MaxAspirations + 1)
            )
        );
    }

    [Fact]
    public void A_goal_serves_areas_and_aspirations_of_its_own_person_only()
    {
        var goal = Sample.Goal();
        var (area, aspiration) = (new FocusArea(goal.OwnerId, "Craft", 100), new Aspiration(goal.OwnerId, "A home"));
        goal.AlignWith(area, aspiration);
        Assert.Equal((area.Id, aspiration.Id), (goal.FocusAreaId, goal.AspirationId));

        Sample.Refused("FocusAreaId", () =>
            goal.AlignWith(new FocusArea(Guid.CreateVersion7(), "Craft", 100), aspiration)
        );
        Sample.Refused("AspirationId", () => goal.AlignWith(area, new Aspiration(Guid.CreateVersion7(), "A home")));
        Assert.Equal((area.Id, aspiration.Id), (goal.FocusAreaId, goal.AspirationId));
    }

    [Fact]
    public void A_goal_lives_on_without_an_area_that_is_no_more()
    {
        var goal = Sample.Goal();
        var (area, aspiration) = (new FocusArea(goal.OwnerId, "Craft", 100), new Aspiration(goal.OwnerId, "A home"));
        goal.AlignWith(area, aspiration);
        goal.RemoveAlignment(area.Id);
        Assert.Equal((null, aspiration.Id), (goal.FocusAreaId, goal.AspirationId));
        goal.RemoveAlignment(aspiration.Id);
        Assert.Null(goal.AspirationId);
    }

    [Fact]
    public void What_gets_in_the_way_and_what_to_do_then_is_noted_for_goals_and_tasks()
    {
        var goal = Sample.Goal();
        var task = goal.AddTask("Read", 60, null);
        goal.PlanForObstacle(" Late meetings ", " If it is Tuesday 19:00, then I read ");
        goal.PlanForObstacle(task, "The phone", " ");
        Assert.Equal(("Late meetings", "If it is Tuesday 19:00, then I read"), (goal.Obstacle, goal.IfThen));
        Assert.Equal(("The phone", null), (task.Obstacle, task.IfThen));

        var (most, tooLong) = (new string('o', 500), new string('o', 501));
        goal.PlanForObstacle(most, most);
        Sample.Refused("Obstacle", () => goal.PlanForObstacle(tooLong, null));
        Sample.Refused("IfThen", () => goal.PlanForObstacle(null, tooLong));
        Sample.Refused("IfThen", () => goal.PlanForObstacle(task, null, tooLong));

        goal.Retire(Sample.Reason, Sample.Today, Sample.Now);
        Sample.Refused("", () => goal.PlanForObstacle(null, null));
        Sample.Refused("", () => goal.PlanForObstacle(task, null, null));
    }

    private static IEnumerable<(string, int, int)> Told(IEnumerable<FocusArea> areas) =>
        areas.Select(area => (area.Name, area.Share, area.Position));
}
