namespace HoiThi.Core.Tests;

public class ValueListTests
{
    [Fact]
    public void Lists_of_equal_items_in_one_order_are_equal()
    {
        ValueList<string> list = ["a", "b"];
        list.ShouldBe(new[] { "a", "b" }.ToValueList());
        list.GetHashCode().ShouldBe(new[] { "a", "b" }.ToValueList().GetHashCode());
        list.Equals(["b", "a"]).ShouldBeFalse();
        list.Equals(["a"]).ShouldBeFalse();
        list.Equals((object?)null).ShouldBeFalse();
    }

    [Fact]
    public void A_list_is_a_copy()
    {
        var items = new[] { 1, 2 };
        var list = items.ToValueList();
        items[0] = 9;
        list[0].ShouldBe(1);
        list.AsSpan().ToArray().ShouldBe([1, 2]);
    }
}
