using System.Diagnostics;
using HoiThi.Load.Machinery;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Faults;

/// <summary>Kills servers and databases under load and looks, after each, whether every promise was kept.</summary>
/// <param name="Kind">The database.</param>
/// <param name="Nodes">How many servers share it.</param>
/// <param name="ServerKills">How often a server is killed.</param>
/// <param name="DatabaseKills">How often all processes of PostgreSQL are.</param>
/// <param name="Seed">Makes the same order, the same targets and the same moments.</param>
public sealed record FaultRun(DatabaseKind Kind, int Nodes, int ServerKills, int DatabaseKills, int Seed)
{
    private const int Contestants = 16;
    private static readonly (int From, int To) Load = (20, 500);
    private static readonly TimeSpan LoadLimit = TimeSpan.FromSeconds(30);
    private static readonly (int From, int To) Outage = (50, 400);

    /// <summary>Runs until the last kill is checked; says what it does.</summary>
    public async Task<FaultReport> Run(Action<string> say)
    {
        say($"{Kind}, {Nodes} node(s), {ServerKills} kills of a server, {DatabaseKills} of the database, seed {Seed}");
        var random = new Random(Seed);
        var ledger = new Ledger();
        await using var installation = await Installation.Create(Kind);
        var nodes = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => installation.StartServer()));
        try
        {
            using var stop = new CancellationTokenSource();
            var addresses = nodes.Select(node => node.Address).ToArray();
            var contestants = Enumerable.Range(0, Contestants)
                .Select(number => new FaultContestant(installation.Contest, addresses, ledger, Seed + number)).ToArray();
            var running = contestants.Select(contestant => Task.Run(() => contestant.Run(stop.Token))).ToArray();
            var kills = Enumerable.Repeat(false, ServerKills).Concat(Enumerable.Repeat(true, DatabaseKills)).ToArray();
            random.Shuffle(kills);
            var figures = default(CheckFigures);
            for (var kill = 0; kill < kills.Length && ledger.Violations.Count == 0; kill++)
            {
                await Acknowledge(ledger, random.Next(Load.From, Load.To));
                var killed = kills[kill] ? await KillDatabase(installation, random) : await KillServer(installation, nodes, random);
                figures = await LedgerCheck.Run(installation, ledger);
                say($"{kill + 1}/{kills.Length} {killed}: {figures.Registrations} registrations, {figures.Answers} answers, {figures.Submissions} submissions are there");
            }

            await Acknowledge(ledger, Load.To);
            await stop.CancelAsync();
            await Task.WhenAll(running);
            return new FaultReport(await LedgerCheck.Run(installation, ledger), contestants.Sum(contestant => contestant.Busy), ledger.Violations);
        }
        finally
        {
            Array.ForEach(nodes, node => node.Dispose());
        }
    }

    /// <summary>
    /// Waits until so many more writes are acknowledged: a moment by the load's own clock falls among writes on a slow machine
    /// as on a fast one.
    /// </summary>
    private static async Task Acknowledge(Ledger ledger, int count)
    {
        var clock = Stopwatch.StartNew();
        for (var until = ledger.Notes + count; ledger.Notes < until;)
        {
            await Task.Delay(1);
            if (clock.Elapsed > LoadLimit)
            {
                ledger.Violate($"{until - ledger.Notes} of {count} writes were still not acknowledged after {LoadLimit.TotalSeconds} s");
                return;
            }
        }
    }

    private static async Task<string> KillServer(Installation installation, ServerProcess[] nodes, Random random)
    {
        var node = random.Next(nodes.Length);
        nodes[node].Kill();
        nodes[node].Dispose();
        nodes[node] = await installation.StartServer(nodes[node].Address);
        return $"server {node + 1} killed";
    }

    private static async Task<string> KillDatabase(Installation installation, Random random)
    {
        await installation.Postgres!.Kill();
        await Task.Delay(random.Next(Outage.From, Outage.To));
        await installation.Postgres.Start();
        return "PostgreSQL killed";
    }
}

/// <summary>How a run ended.</summary>
/// <param name="Checked">What was promised and compared in the end.</param>
/// <param name="Busy">How often a contestant was told to come again (503).</param>
/// <param name="Violations">Broken promises; empty if all is well.</param>
public sealed record FaultReport(CheckFigures Checked, int Busy, IReadOnlyList<string> Violations);
