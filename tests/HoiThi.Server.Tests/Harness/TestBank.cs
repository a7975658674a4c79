using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Harness;

/// <summary>Approved questions in the bank of the test contest, without the pages that write and review them.</summary>
internal static class TestBank
{
    public static async Task FillAsync(TestSite site, QuestionBank bank)
    {
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        var contest = site.Node.Contest.Number;
        context.BankTopics.AddRange(bank.Topics.Index().Select(topic => new BankTopicRow
        {
            Contest = contest,
            Code = topic.Item.Code,
            NameVi = topic.Item.Name.Vi,
            NameEn = topic.Item.Name.En,
            Position = topic.Index,
        }));
        context.BankQuestions.AddRange(bank.Questions.Index().Select(question => new BankQuestionRow
        {
            Contest = contest,
            Number = question.Index + 1,
            Version = 1,
            Code = question.Item.Code,
            Topic = question.Item.Topic,
            Difficulty = (short)question.Item.Difficulty,
            Tags = question.Index % 2 == 0 ? "|tuan-2|" : "",
            State = "approved",
            Newest = true,
            Usable = true,
            Text = question.Item.Text.Vi,
            Written = 0,
            Content = QuestionsYaml.WriteQuestion(question.Item),
        }));
        await context.SaveChangesAsync();
    }
}
