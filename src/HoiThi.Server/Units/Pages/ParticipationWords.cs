using HoiThi.Server.Site;

namespace HoiThi.Server.Units.Pages;

/// <summary>Phrases and addresses of the board of participation.</summary>
public static class ParticipationWords
{
    /// <summary>An order as addresses write it.</summary>
    public static string Code(ParticipationSort sort) => sort.ToString().ToLowerInvariant();

    /// <summary>The order an address asks for; by share where it asks for none that there is.</summary>
    public static ParticipationSort Parse(string? code) =>
        Array.Find(Enum.GetValues<ParticipationSort>(), sort => Code(sort) == code);

    /// <summary>An average in points, always with two decimals so that a column can be compared: 17,70.</summary>
    public static string Average(this Language language, long? hundredths) =>
        hundredths is { } value ? (value / 100m).ToString("0.00", language.Culture()) : "–";

    /// <summary>An order in words.</summary>
    public static string Order(this Language language, ParticipationSort sort) => sort switch
    {
        ParticipationSort.Missing => language.Say("Thiếu nhiều nhất", "Most missing"),
        ParticipationSort.People => language.Say("Số người đã thi", "People"),
        ParticipationSort.Headcount => language.Say("Biên chế", "Headcount"),
        ParticipationSort.Average => language.Say("Điểm trung bình", "Average"),
        ParticipationSort.Name => language.Say("Tên đơn vị", "Name"),
        _ => language.Say("Tỷ lệ cao nhất", "Highest share"),
    };

    /// <summary>The address of the board with another order or unit, keeping the rest of what is asked for.</summary>
    public static string Href(this ParticipationView view, ParticipationSort? sort = null, string? unit = null)
    {
        var filter = view.Filter;
        var query = new List<string> { $"round={view.Round}" };
        if (unit is not null)
        {
            query.Add($"unit={unit}");
            return "?" + string.Join('&', query);
        }

        Add("unit", filter.Unit);
        Add("block", filter.Block);
        Add("q", filter.Query);
        Add("sort", Code(sort ?? filter.Sort));
        return "?" + string.Join('&', query);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
