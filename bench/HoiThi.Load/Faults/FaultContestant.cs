using System.Buffers.Text;
using System.Net;
using System.Text;
using HoiThi.Core.Attempts;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;

namespace HoiThi.Load.Faults;

/// <summary>
/// People who take the round one after the other, whatever is killed meanwhile, and write down what they were told. Now and
/// then one presses twice.
/// </summary>
public sealed class FaultContestant(BenchContest contest, IReadOnlyList<IPEndPoint> nodes, Ledger ledger, int seed)
{
    private const int Saves = 5;
    private readonly Random random = new(seed);
    private readonly string home = $"/competition/{contest.Slug}";

    /// <summary>How often the answer was 503.</summary>
    public int Busy { get; private set; }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var balancer = new Balancer(nodes, stop);
            try
            {
                await Sit(balancer, Person.Next(), ledger.Open());
            }
            catch (OperationCanceledException)
            {
                // It is time to stop.
            }
            catch (JourneyException broken)
            {
                ledger.Violate(broken.Message);
            }

            Busy += balancer.Busy;
        }
    }

    private async Task Sit(Balancer balancer, Person person, Acknowledged told)
    {
        await Join(balancer, person, told);
        var attempt = await Start(balancer, told);
        var answers = new Answers(contest.Set, attempt);
        for (var save = 0; save < Saves; save++)
        {
            await Save(balancer, attempt, answers, save, told);
        }

        await Submit(balancer, attempt, told);
    }

    private async Task Join(Balancer balancer, Person person, Acknowledged told)
    {
        var page = await balancer.Send((visitor, cancel) => visitor.Get($"{home}/join", cancel));
        var form = person.Form(contest, Encoding.ASCII.GetString(page.Between("name=\"_form\" value=\""u8, "\""u8)));
        var reply = await Twice(balancer, (visitor, cancel) => visitor.PostForm($"{home}/join", form, cancel));
        Require(reply, 303, "join");
        balancer.Cookies = reply.Cookies();
        var id = IdIn(reply.Cookies());
        ledger.Note(() => told.Contestant = id);
    }

    private async Task<AttemptId> Start(Balancer balancer, Acknowledged told)
    {
        var reply = await Twice(balancer, (visitor, cancel) => visitor.PostForm($"{home}/rounds/{contest.Round}/attempts", "", cancel));
        Require(reply, 303, "start");
        if (!reply.Location.StartsWith("/attempts/", StringComparison.Ordinal) || !AttemptId.TryParse(reply.Location.AsSpan(10), out var attempt))
        {
            throw new JourneyException($"a registered contestant's start leads to {reply.Location}");
        }

        ledger.Note(() => told.Attempt = attempt);
        return attempt;
    }

    private async Task Save(Balancer balancer, AttemptId attempt, Answers answers, int save, Acknowledged told)
    {
        var json = answers.Next(save, Saves);
        var reply = await Twice(balancer, (visitor, cancel) => visitor.SendJson("PUT", $"/attempts/{attempt}/answers", json, cancel));
        Require(reply, 200, "save");
        if (!reply.Between("\"answers\":["u8, "],\"prediction\""u8).SequenceEqual(answers.Expected))
        {
            throw new JourneyException($"attempt {attempt}: the reply to a save does not hold what was saved");
        }

        var saved = answers.Copy();
        ledger.Note(() => told.Saved = saved);
    }

    private async Task Submit(Balancer balancer, AttemptId attempt, Acknowledged told)
    {
        var reply = await Twice(balancer, (visitor, cancel) => visitor.SendJson("POST", $"/attempts/{attempt}/submission", """{"changes":[]}""", cancel));
        Require(reply, 200, "submit");
        ledger.Note(() => told.Submitted = true);
        var result = await balancer.Send((visitor, cancel) => visitor.Get($"/attempts/{attempt}/result", cancel));
        Require(result, 200, "result");
        var receipt = Encoding.ASCII.GetString(result.Between("<p class=\"receipt\"><code>"u8, "</code>"u8)).Replace(" ", "", StringComparison.Ordinal);
        ledger.Note(() => told.Receipt = receipt);
    }

    /// <summary>Sends; one time in four again, and what counts is the second answer.</summary>
    private async Task<Reply> Twice(Balancer balancer, Func<Visitor, CancellationToken, ValueTask<Reply>> request)
    {
        var reply = await balancer.Send(request);
        return random.Next(4) == 0 ? await balancer.Send(request) : reply;
    }

    private static void Require(Reply reply, int status, string what)
    {
        if (reply.Status != status)
        {
            throw new JourneyException($"{what}: status {reply.Status}");
        }
    }

    /// <summary>The contestant in the session's cookie: two bytes of contest, then the id.</summary>
    private static ContestantId IdIn(string cookies)
    {
        var session = cookies.Split("; ").First(cookie => cookie.StartsWith("contestant-", StringComparison.Ordinal));
        return new ContestantId(new Guid(Base64Url.DecodeFromChars(session.AsSpan(session.IndexOf('=') + 1)).AsSpan(2, 16), bigEndian: true));
    }
}
