using CsCheck;
using HoiThi.Core.Units;

namespace HoiThi.Core.Tests.Units;

public class UnitTreeTests
{
    // ward stands before the district above it, as lists sometimes have it.
    private static readonly UnitTree Tree = new(
    [
        A.Unit("city", headcount: 5),
        A.Unit("ward", "district", 3),
        A.Unit("district", null, 20),
        A.Unit("school", "ward", 7),
        A.Unit("office", "city", 1),
        A.Unit("town", "district", 4),
    ]);

    [Fact]
    public void A_units_number_is_its_place_in_the_file()
    {
        Tree.NumberOf("city").ShouldBe(1);
        Tree.NumberOf("town").ShouldBe(6);
        Tree.NumberOf("City").ShouldBeNull();
        Tree[4].Code.ShouldBe("school");
        Tree.Contains(0).ShouldBeFalse();
        Tree.Contains(6).ShouldBeTrue();
        Tree.Contains(7).ShouldBeFalse();
    }

    [Fact]
    public void The_tree_knows_who_is_above_and_below()
    {
        Tree.TopLevel.ShouldBe([1, 3]);
        Tree.ParentOf(4).ShouldBe(2);
        Tree.ParentOf(3).ShouldBeNull();
        Tree.ChildrenOf(3).ShouldBe([2, 6]);
        Tree.ChildrenOf(4).ShouldBeEmpty();
        Tree.AncestorsOf(4).ShouldBe([2, 3]);
        Tree.AncestorsOf(1).ShouldBeEmpty();
        Tree.TopOf(4).ShouldBe(3);
        Tree.TopOf(3).ShouldBe(3);
        Enumerable.Range(1, 6).Select(Tree.LevelOf).ShouldBe([1, 2, 1, 3, 2, 2]);
    }

    [Fact]
    public void A_subtree_is_a_unit_with_all_below_it()
    {
        Tree.DepthFirst.ShouldBe([1, 5, 3, 2, 4, 6]);
        Tree.SubtreeOf(3).ToArray().ShouldBe([3, 2, 4, 6]);
        Tree.SubtreeOf(4).ToArray().ShouldBe([4]);
        Tree.SubtreeHeadcountOf(3).ShouldBe(34);
        Tree.SubtreeHeadcountOf(2).ShouldBe(10);
        Tree.Headcount.ShouldBe(40);
        Tree.IsWithin(4, 3).ShouldBeTrue();
        Tree.IsWithin(3, 3).ShouldBeTrue();
        Tree.IsWithin(3, 4).ShouldBeFalse();
        Tree.IsWithin(5, 3).ShouldBeFalse();
    }

    [Fact]
    public void Two_units_of_one_code_are_refused() => Refused("stands twice", A.Unit("a"), A.Unit("a"));

    [Fact]
    public void A_unit_without_a_code_is_refused() => Refused("empty", A.Unit(" "));

    [Fact]
    public void A_unit_below_nothing_is_refused() => Refused("does not exist", A.Unit("a", "b"));

    [Fact]
    public void Units_above_each_other_are_refused() => Refused("circle", A.Unit("top"), A.Unit("a", "b"), A.Unit("b", "c"), A.Unit("c", "a"));

    [Fact]
    public void A_unit_above_itself_is_refused() => Refused("circle", A.Unit("a", "a"));

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_headcount_out_of_range_is_refused(int headcount) => Refused("headcount", A.Unit("a", headcount: headcount));

    [Fact]
    public void There_may_be_no_units_at_all()
    {
        var empty = new UnitTree([]);
        (empty.Count, empty.Headcount, empty.TopLevel.Count).ShouldBe((0, 0L, 0));
    }

    [Fact]
    public void Subtrees_are_what_following_the_units_above_says() =>
        Gen.Int[0, 1000].Array[1, 30].Sample(shape =>
        {
            var tree = new UnitTree(shape.Select((above, index) =>
                A.Unit($"u{index}", index == 0 || above % 4 == 0 ? null : $"u{above % index}", above)).ToValueList());
            for (var unit = 1; unit <= tree.Count; unit++)
            {
                var below = Enumerable.Range(1, tree.Count).Where(other => other == unit || tree.AncestorsOf(other).Contains(unit)).ToArray();
                tree.SubtreeOf(unit).ToArray().Order().ShouldBe(below);
                tree.SubtreeHeadcountOf(unit).ShouldBe(below.Sum(other => tree[other].Headcount));
                Enumerable.Range(1, tree.Count).Where(other => tree.IsWithin(other, unit)).ShouldBe(below);
                tree.LevelOf(unit).ShouldBe(tree.AncestorsOf(unit).Count + 1);
            }
        });

    private static void Refused(string because, params Unit[] units) =>
        Should.Throw<ArgumentException>(() => new UnitTree(units.ToValueList())).Message.ShouldContain(because);
}
