using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

/// <summary>Which class is which table of the question bank (script 006).</summary>
internal static class BankModel
{
    public static void AddBank(this ModelBuilder model)
    {
        model.Entity<BankTopicRow>().ToTable("bank_topic").HasKey(row => new { row.Contest, row.Code });
        model.Entity<BankQuestionRow>().ToTable("bank_question").HasKey(row => new { row.Contest, row.Number, row.Version });
        model.Entity<BankSearchRow>().ToTable("bank_search").HasKey(row => new { row.Contest, row.Number });
        model.Entity<BankUseRow>().ToTable("bank_use").HasKey(row => new { row.Contest, row.Number, row.Version, row.Round, row.SetVersion });
        model.Entity<BankImageRow>().ToTable("bank_image").HasKey(row => new { row.Contest, row.Name });
        model.Entity<BankImportRow>().ToTable("bank_import").HasKey(row => row.Id);
        model.Entity<BankImportItemRow>().ToTable("bank_import_item").HasKey(row => new { row.Import, row.Ordinal });
        model.Entity<BankImportImageRow>().ToTable("bank_import_image").HasKey(row => new { row.Import, row.Name });
    }
}
