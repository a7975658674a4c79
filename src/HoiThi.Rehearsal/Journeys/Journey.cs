using System.Diagnostics;
using System.Text;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Rehearsal.Journeys;

/// <summary>
/// A contestant's way through a round: home, join page, join, round page, start, paper, 5 saves, submit, result,
/// standings. Every reply is checked; the mark must be the one that this tool makes from the key.
/// </summary>
public sealed class Journey(Visitor visitor, Target target, Recorder recorder)
{
    /// <summary>How many requests a journey has, and how many of them write: join, start, saves, submit.</summary>
    public const int Requests = 9 + Saves;

    public const int Writes = 3 + Saves;

    public const int Saves = 5;

    private static readonly byte[] PageEnd = "</html>"u8.ToArray();
    private static readonly byte[] StartButton = "/attempts\"><button"u8.ToArray();
    private readonly string home = $"/competition/{target.Slug}";
    private AttemptId attempt;

    /// <summary>How far this contestant is, to go on later on another connection.</summary>
    public Place Place
    {
        get => new(visitor.Cookies, attempt);
        set => (visitor.Cookies, attempt) = (value.Cookies ?? "", value.Attempt);
    }

    /// <summary>The whole way of somebody new.</summary>
    /// <param name="form">Fills in the form to join of the number that it is given.</param>
    public async Task Run(Func<string, string> form)
    {
        visitor.Cookies = "";
        await Home();
        await Join(form);
        await RoundPage();
        await Start();
        await Paper();
        var deserved = await Save();
        await Submit();
        await Result(deserved);
        await Standings();
    }

    /// <summary>Opens the contest's page.</summary>
    public Task Home() => Ask(Step.Home, home, 200, PageEnd).AsTask();

    /// <summary>Opens the round's page, which must offer to start.</summary>
    public Task RoundPage() => Ask(Step.RoundPage, $"{home}/rounds/{target.Round}", 200, StartButton).AsTask();

    /// <summary>Opens the standings.</summary>
    public Task Standings() => Ask(Step.Standings, $"{home}/standings", 200, PageEnd).AsTask();

    /// <summary>Opens the join page and registers.</summary>
    /// <param name="form">Fills in the form of the number that it is given.</param>
    public async Task Join(Func<string, string> form)
    {
        var token = await JoinPage();
        var sent = Stopwatch.GetTimestamp();
        var reply = await visitor.PostForm($"{home}/join", form(token));
        Check(Step.Join, sent, reply, 303);
        visitor.Cookies = reply.Cookies();
        Require(visitor.Cookies.Contains("contestant-", StringComparison.Ordinal), Step.Join, "nobody is signed in");
    }

    /// <summary>Opens the join page.</summary>
    /// <returns>The number of its form.</returns>
    public async Task<string> JoinPage()
    {
        var page = await Ask(Step.JoinPage, $"{home}/join", 200);
        var token = Encoding.ASCII.GetString(page.Between("name=\"_form\" value=\""u8, "\""u8));
        Require(token.Length == 32, Step.JoinPage, "there is no form");
        return token;
    }

    /// <summary>Starts an attempt.</summary>
    public async Task Start()
    {
        var sent = Stopwatch.GetTimestamp();
        var reply = await visitor.PostForm($"{home}/rounds/{target.Round}/attempts", "");
        Check(Step.Start, sent, reply, 303);
        Require(
            reply.Location.StartsWith("/attempts/", StringComparison.Ordinal) && AttemptId.TryParse(reply.Location.AsSpan(10), out attempt),
            Step.Start, $"it leads to {reply.Location}");
    }

    /// <summary>Opens the paper, which must have as many questions as the blueprint says.</summary>
    public async Task Paper()
    {
        var reply = await Ask(Step.Paper, $"/attempts/{attempt}", 200);
        Require(reply.Body.Span.Count("<fieldset"u8) == target.Set.PaperLength, Step.Paper, "the number of questions is wrong");
    }

    /// <summary>Answers the whole paper in a few saves; what comes back must be what was sent.</summary>
    /// <returns>The grade that the answers deserve.</returns>
    public async Task<Grade> Save()
    {
        var answers = Answer();
        for (var save = 0; save < Saves; save++)
        {
            await Save(answers, save);
        }

        return answers.Grade;
    }

    /// <summary>What will be ticked in the attempt that was started last.</summary>
    /// <param name="tick">The choices at a position, as shown; left out, those of somebody who knows four answers of five.</param>
    public Answers Answer(Func<Core.Papers.Paper, int, byte>? tick = null) => new(target.Set, attempt, tick);

    /// <summary>Saves one of the <see cref="Saves"/> parts of the paper.</summary>
    public async Task Save(Answers answers, int part)
    {
        var reply = await Put(answers.Next(part, Saves));
        Require(reply.Between("\"answers\":["u8, "],\"prediction\""u8).SequenceEqual(answers.Expected), Step.Save, "the answers are not those that were sent");
    }

    /// <summary>Changes one answer; <paramref name="sequence"/> is higher each time.</summary>
    public async Task Change(int sequence) => await Put($"{{\"changes\":[[0,1,{sequence}]]}}");

    /// <summary>Looks at the result, which must show a receipt and <paramref name="deserved"/>; null where marks are not shown yet.</summary>
    public async Task Result(Grade? deserved)
    {
        var result = await Ask(Step.Result, $"/attempts/{attempt}/result", 200);
        var shown = Encoding.UTF8.GetString(result.Between("<p class=\"figure score\"><span>"u8, "</b>"u8));
        Require(
            deserved is not { } grade || shown.EndsWith($"<b>{grade.Correct}/{grade.Questions}", StringComparison.Ordinal),
            Step.Result, "the mark is wrong");
        Require(result.Between("<p class=\"receipt\"><code>"u8, "</code>"u8).Length == 19, Step.Result, "there is no receipt");
    }

    /// <summary>Submits.</summary>
    /// <param name="prediction">A guess, or null for none.</param>
    public async Task Submit(long? prediction = 1000)
    {
        var sent = Stopwatch.GetTimestamp();
        var guess = prediction is { } number ? $",\"prediction\":[{number},60000]" : "";
        var reply = await visitor.SendJson("POST", $"/attempts/{attempt}/submission", $"{{\"changes\":[]{guess}}}");
        Check(Step.Submit, sent, reply, 200);
        Require(reply.Body.Span.IndexOf("\"over\""u8) >= 0, Step.Submit, "it is not over");
    }

    private async ValueTask<Reply> Put(string json)
    {
        var sent = Stopwatch.GetTimestamp();
        var reply = await visitor.SendJson("PUT", $"/attempts/{attempt}/answers", json);
        Check(Step.Save, sent, reply, 200);
        return reply;
    }

    private async ValueTask<Reply> Ask(Step step, string path, int status, ReadOnlyMemory<byte> contains = default)
    {
        var sent = Stopwatch.GetTimestamp();
        var reply = await visitor.Get(path);
        Check(step, sent, reply, status);
        Require(reply.Body.Span.IndexOf(contains.Span) >= 0, step, "the page is not what it should be");
        return reply;
    }

    private void Check(Step step, long sent, Reply reply, int status)
    {
        recorder.Record(step, Stopwatch.GetElapsedTime(sent));
        Require(reply.Status == status, step, $"status {reply.Status}");
    }

    private static void Require(bool right, Step step, string what)
    {
        if (!right)
        {
            throw new JourneyException($"{step}: {what}");
        }
    }
}

/// <summary>The round that is taken.</summary>
/// <param name="Slug">The contest.</param>
/// <param name="Round">The round's number.</param>
/// <param name="Set">Its sealed set, the key with it: every mark is checked.</param>
public sealed record Target(string Slug, int Round, SealedSet Set);

/// <summary>Who somebody is to the server, and which attempt is his.</summary>
public readonly record struct Place(string? Cookies, AttemptId Attempt);

/// <summary>A reply was not what it should be.</summary>
public sealed class JourneyException(string message) : Exception(message);
