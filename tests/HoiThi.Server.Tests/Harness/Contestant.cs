using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Scoring;
using HoiThi.Server.Security;

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// Somebody with a browser: keeps cookies, follows no redirect by itself, and can be sent to any node of the site, as a
/// load balancer would.
/// </summary>
internal sealed class Contestant : IDisposable
{
    private readonly HttpClient client;
    private TestNode? node;
    private Uri address;

    /// <summary>Somebody at a node of this process.</summary>
    public Contestant(TestNode node, Person person)
        : this(node.Address, person) => this.node = node;

    /// <summary>Somebody at a server of which no more than the address is known.</summary>
    public Contestant(Uri address, Person person)
    {
        (this.address, Person) = (address, person);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, AutomaticDecompression = DecompressionMethods.All });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public Person Person { get; init; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The index of the division, where a test's contest has some.</summary>
    public short Division { get; set; }

    /// <summary>The personal code as it was shown, once joined.</summary>
    public string Code { get; private set; } = "";

    public ContestantId Id => node!.Get<Secrets>().IdOf(TestContest.Slug, Person.CitizenId);

    /// <summary>The next requests go to another node.</summary>
    public Contestant At(TestNode other)
    {
        (node, address) = (other, other.Address);
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(address, path));

    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form) =>
        client.PostAsync(new Uri(address, path), new FormUrlEncodedContent(form));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request);
    }

    /// <summary>A request of the script: JSON in, JSON out.</summary>
    public Task<HttpResponseMessage> SendJsonAsync(HttpMethod method, string path, string json)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client.SendAsync(request);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.PageAsync();
    }

    /// <summary>Fills in the form as it is shown and follows to the page with the code.</summary>
    public async Task JoinAsync()
    {
        using var joined = await PostAsync(Paths.Join, await FormAsync());
        joined.ShouldLeadTo(Paths.Joined);
        Code = (await PageAsync(Paths.Joined)).QuerySelector("p.code")!.TextContent;
    }

    /// <summary>What would be posted: the typed fields and those the page carries along.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string path = Paths.Join)
    {
        var form = Person.Form();
        foreach (var hidden in (await PageAsync(path)).QuerySelectorAll("form[method=post] input[type=hidden]").Cast<IHtmlInputElement>())
        {
            form[hidden.Name!] = hidden.Value;
        }

        return form;
    }

    /// <summary>Comes back with the personal code.</summary>
    public Task<HttpResponseMessage> ReturnAsync(string citizenId, string code) =>
        PostAsync(Paths.Return, new(StringComparer.Ordinal) { ["citizen-id"] = citizenId, ["_code"] = code });

    /// <summary>Starts or resumes an attempt.</summary>
    public async Task<string> StartAsync(int round = 1)
    {
        using var response = await PostAsync($"{Paths.Round(round)}/attempts", []);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var location = response.Headers.Location!.OriginalString;
        location.ShouldStartWith("/attempts/");
        return location["/attempts/".Length..];
    }

    /// <summary>Saves as the script does.</summary>
    public Task<HttpResponseMessage> SaveAsync(string attempt, string json) => SendJsonAsync(HttpMethod.Put, $"/attempts/{attempt}/answers", json);

    /// <summary>Submits as the script does.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string attempt, string json = "{}") => SendJsonAsync(HttpMethod.Post, $"/attempts/{attempt}/submission", json);

    /// <summary>Takes a whole attempt with the first <paramref name="right"/> questions right and the others wrong.</summary>
    public async Task<string> TakeAsync(int right, long? prediction = null, int round = 1, TimeSpan time = default)
    {
        var attempt = await StartAsync(round);
        (node?.Site.Time as TestClock)?.Advance(time);
        using var submitted = await SubmitAsync(attempt, Answers(attempt, right, prediction));
        submitted.StatusCode.ShouldBe(HttpStatusCode.OK);
        return attempt;
    }

    /// <summary>The body of a save in which the first <paramref name="right"/> questions are right and the others wrong.</summary>
    public string Answers(string attempt, int right, long? prediction = null, int sequence = 1)
    {
        var paper = PaperOf(attempt);
        var changes = paper.Lines.Select((_, position) => $"[{position},{(position < right ? RightMask(paper, position) : WrongMask(paper, position))},{sequence}]");
        var guess = prediction is null ? "" : $",\"prediction\":[{prediction},{sequence}]";
        return $"{{\"changes\":[{string.Join(',', changes)}]{guess}}}";
    }

    /// <summary>The paper as the server draws it, with the key that only it has.</summary>
    public Paper PaperOf(string attempt)
    {
        AttemptId.TryParse(attempt, out var id).ShouldBeTrue();
        return Paper.Draw(node!.SetOf(id.Round, Division), id);
    }

    public void Dispose() => client.Dispose();

    private static byte RightMask(Paper paper, int position) => paper.Lines[position].ToShown(paper.QuestionAt(position).Key);

    private static byte WrongMask(Paper paper, int position) =>
        Enumerable.Range(0, 4).Select(place => (byte)(1 << place)).First(mask => !Grade.IsRight(paper, position, mask));
}
