using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions.Imports;

/// <summary>Keeps what was answered about the questions of a page of an import.</summary>
internal static class ImportAnswering
{
    /// <summary>Reads the answers from a form, which names the questions that it shows; nothing once the import is over.</summary>
    public static async Task AnswerAsync(this HoiThiContext context, short contest, Guid id, IFormCollection form)
    {
        var shown = form["item"].Select(text => int.TryParse(text, out var ordinal) ? ordinal : 0).Where(ordinal => ordinal > 0).Distinct().ToArray();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        if (shown.Length == 0 || await context.BankImports.AnyAsync(row => row.Id == id && row.Ended != null))
        {
            return;
        }

        var topics = (await context.TopicsAsync(contest)).Select(topic => topic.Code).ToHashSet(StringComparer.Ordinal);
        var known = await context.LikenessAsync(contest);
        foreach (var row in await context.BankImportItems.Where(row => row.Import == id && shown.Contains(row.Ordinal)).ToListAsync())
        {
            var read = ImportJson.Read<ReadQuestion>(row.Item);
            var answers = AnswersIn(form, row.Ordinal, read, topics);
            var before = row.Answers is null ? ImportAnswers.None : ImportJson.Read<ImportAnswers>(row.Answers);
            var settled = answers.Apply(read);
            row.Answers = ImportJson.Write(answers);
            row.Ready = settled.Ready;
            row.LeftOut = form[$"out-{row.Ordinal}"] == "yes";
            if (answers.Key != before.Key)
            {
                // What is right is a part of what makes two questions the same.
                row.SameAs = known.GetValueOrDefault(BankEntry.LikenessOf(settled.Question)) ?? (row.SameAs is ['#', ..] ? row.SameAs : null);
            }
        }

        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static ImportAnswers AnswersIn(IFormCollection form, int ordinal, ReadQuestion read, HashSet<string> topics)
    {
        var key = form[$"key-{ordinal}"].ToString();
        var words = new Dictionary<int, string>();
        foreach (var (index, problem) in read.Problems.Index().Where(each => each.Item.Kind == ProblemKind.Open))
        {
            var word = form[$"word-{ordinal}-{index}"].ToString();
            if (problem.Candidates.Any(candidate => candidate.Value == word))
            {
                words[index] = word;
            }
        }

        var topic = form[$"topic-{ordinal}"].ToString();
        return new ImportAnswers(
            key.Length is > 0 and <= 8 ? key : null,
            words,
            topics.Contains(topic) ? topic : null,
            Enum.TryParse<Difficulty>(form[$"difficulty-{ordinal}"], out var difficulty) && Enum.IsDefined(difficulty) && difficulty != read.Question.Difficulty ? difficulty : null);
    }
}
