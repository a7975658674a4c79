using System.IO.Compression;
using System.Net;
using System.Text;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Questions;

/// <summary>Files of questions are read, looked at, answered and taken in whole, once; bad ones end as a sentence.</summary>
public sealed class ImportTests(PostgresServer postgres)
{
    private const string Script = """
        Câu 1: Cơ quan nào ban hành Nghị quyết?
        A. Chính phủ
        B. Bộ Nội vụ
        C. Quốc hội
        D. Ủy ban nhân dân
        Đáp án: A
        Câu 2: Thời hạn giải quyết là bao lâu?
        A. 5 ngày
        B. 10 ngày
        C. 15 ngày
        D. 20 ngày
        Câu 3: Cơ quan nào ban hành nghị quyết?
        A. Chính phủ
        B. Bộ Tài chính
        Đáp án: A
        """;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_file_is_left_come_back_to_on_another_node_answered_and_taken_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var address = await editor.ReadAsync("tuan-3.txt", Script);
        (await editor.ReadAsync("tuan-3.txt", Script)).ShouldBe(address, "sent twice, read once");

        editor.Node = await site.StartNodeAsync();
        var page = await editor.PageAsync(address);
        page.Figures().ShouldBe([3, 2, 1, 1]);
        page.QuerySelectorAll(".bank-item h3").Single().Words().ShouldStartWith("Câu 2");
        page.QuerySelectorAll(".bank-key input[type=radio]").Length.ShouldBe(4);
        page.QuerySelector("button[value=take]")!.Words().ShouldBe("Nhập 1 câu hợp lệ", "one asks, one stands in the file twice");
        var problems = await (await editor.GetAsync(address + "/problems.xlsx")).Content.ReadAsByteArrayAsync();
        BankFile.Read(problems, "loi.xlsx").Format.ShouldBe(BankFormat.Excel);

        // The answer is kept, and can be given otherwise.
        await editor.PostAsync(address, [.. page.Fields(), ("key-2", "B"), ("act", "answer")]);
        page = await editor.PageAsync(address + "?show=all");
        page.Figures().ShouldBe([3, 3, 0, 1]);
        page.QuerySelectorAll(".bank-item")[1].QuerySelector(".key")!.Words().ShouldContain("10 ngày");
        await editor.PostAsync(address, ("act", "whole"), ("default-difficulty", "Hard"), ("default-topic", "Đợt 3"));
        page = await editor.PageAsync(address + "?show=all");
        page.Figures().ShouldBe([3, 3, 0, 1], "what was answered is still answered");

        (await editor.PostAsync(address, [.. page.Fields(), ("act", "take")])).ShouldLeadTo(address + "?done=taken");
        (await editor.PostAsync(address, [.. page.Fields(), ("act", "take")])).ShouldLeadTo(address + "?done=taken");
        (await site.CountAsync("bank_question")).ShouldBe(2);
        (await site.ValueAsync<long>("SELECT count(*) FROM audit WHERE act = 'bank.import'")).ShouldBe(1);
        (await site.ValueAsync<string>("SELECT name_vi FROM bank_topic")).ShouldBe("Đợt 3");
        (await editor.PageAsync(address)).Body!.Words().ShouldContain("Đã nhập 2 câu");
        (await editor.CodesAsync("difficulty=Hard&q=thoi+han")).Length.ShouldBe(1);

        // The same questions come again: they are known, and left out unless somebody says otherwise.
        var again = await editor.ReadAsync("tuan-4.txt", Script + "\nCâu 4: Câu mới là câu nào?\nA. Câu này\nB. Câu kia\nĐáp án: B\n");
        page = await editor.PageAsync(again + "?show=all");
        page.QuerySelectorAll(".bank-item .chip.warn").Select(chip => chip.Words()).ShouldContain("Đã có: C001");
        await editor.PostAsync(again, [.. page.Fields(), ("act", "take")]);
        (await site.CountAsync("bank_question")).ShouldBe(3);
        (await editor.PageAsync(BankPages.Import)).QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Columns_without_known_headings_are_asked_for_and_the_template_and_Word_come_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var sheet = await editor.ReadAsync("bang.csv", "Nội dung thi,X1,X2,Chốt\nThủ đô là đâu?,Huế,Hà Nội,B\nCố đô là đâu?,Huế,Hà Nội,A\n");
        var page = await editor.PageAsync(sheet);
        page.QuerySelectorAll(".bank-columns select").Length.ShouldBe(4);
        await editor.PostAsync(sheet, ("act", "whole"), ("column-A", "question"), ("column-B", "a"), ("column-C", "b"), ("column-D", "key"));
        page = await editor.PageAsync(sheet);
        page.Figures().ShouldBe([2, 2, 0, 0]);
        await editor.PostAsync(sheet, [.. page.Fields(), ("out-2", "yes"), ("act", "take")]);
        (await site.CountAsync("bank_question")).ShouldBe(1);

        var template = await (await editor.GetAsync(BankPages.Import + "/template.xlsx")).Content.ReadAsByteArrayAsync();
        (await editor.PageAsync(await editor.ReadAsync("mau.xlsx", template))).Figures().ShouldBe([2, 2, 0, 0]);
        var word = await editor.ReadAsync("mau.docx", BankWriter.Write(BankTemplate.Bank, BankFormat.Word));
        (await editor.PageAsync(word)).Figures()[1].ShouldBe(2);
        (await editor.PostAsync(word, ("act", "give-up"))).ShouldLeadTo(BankPages.Import + "?done=given-up");
        (await editor.PageAsync(word)).Body!.Words().ShouldContain("Tệp này đã được bỏ");
        (await site.CountAsync("bank_question")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Images_come_from_the_file_into_the_bank(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var moodle = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz><question type="multichoice"><name><text>H1</text></name><questiontext format="html"><text><![CDATA[<p>Biển báo này nghĩa là gì? <img src="@@PLUGINFILE@@/bien.png"></p>]]></text>
            <file name="bien.png" encoding="base64">{Convert.ToBase64String(QuestionImageTests.Png)}</file></questiontext>
            <single>true</single><answer fraction="100"><text>Cấm đi ngược chiều</text></answer><answer fraction="0"><text>Đường một chiều</text></answer></question></quiz>
            """;
        var address = await editor.ReadAsync("hinh.xml", moodle);
        var page = await editor.PageAsync(address);
        var image = await editor.GetAsync(page.QuerySelector(".bank-image")!.GetAttribute("src")!);
        (await image.Content.ReadAsByteArrayAsync()).ShouldBe(QuestionImageTests.Png);
        await editor.PostAsync(address, [.. page.Fields(), ("act", "take")]);
        var kept = await editor.GetAsync((await editor.PageAsync(BankPages.Bank + "/1")).QuerySelector(".bank-image")!.GetAttribute("src")!);
        kept.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await kept.Content.ReadAsByteArrayAsync()).ShouldBe(QuestionImageTests.Png);
    }

    [Fact]
    public async Task Files_made_to_do_harm_end_as_a_sentence()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        foreach (var (name, bytes) in new (string, byte[])[]
        {
            ("bom.docx", Bomb("word/document.xml")),
            ("xxe.xml", """<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay"><questiontext><text>&x;</text></questiontext></question></quiz>"""u8.ToArray()),
            ("ra-ngoai.zip", Zip(("imsmanifest.xml", """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource identifier="r" type="imsqti_item_xmlv2p1" href="../../../etc/passwd"/></resources></manifest>"""))),
            ("hong.docx", [0x50, 0x4B, 0x03, 0x04, .. new byte[500]]),
            ("hong.xml", "<quiz><question"u8.ToArray()),
            ("anh.docx", QuestionImageTests.Png),
            ("rac.txt", [.. Enumerable.Range(0, 200_000).Select(index => (byte)((index * 7919) % 251))]),
            ("rong.csv", []),
            ("pdf.docx", "%PDF-1.7 abc"u8.ToArray()),
            ("lon.txt", new byte[(24 << 20) + 1]),
        })
        {
            var reply = await editor.UploadAsync(BankPages.Import, "file", name, bytes);
            reply.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            var error = (await reply.PageAsync()).QuerySelector(".error")!.Words();
            error.Length.ShouldBeGreaterThan(15, name);
            error.ShouldNotContain("root:");
        }

        (await editor.PostAsync(BankPages.Import, ("file", "no file"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("bank_import")).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_filtered_goes_out_in_every_format_with_a_line_in_the_log(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var template = await editor.ReadAsync("mau.xlsx", BankWriter.Write(BankTemplate.Bank, BankFormat.Excel));
        await editor.PostAsync(template, [.. (await editor.PageAsync(template)).Fields(), ("act", "take")]);
        foreach (var (format, extension) in new[] { ("word", ".docx"), ("excel", ".xlsx"), ("gift", ".gift"), ("moodle", ".xml"), ("qti", ".zip") })
        {
            var reply = await editor.GetAsync($"{BankPages.Bank}/export?format={format}&q=thanh+pho");
            reply.StatusCode.ShouldBe(HttpStatusCode.OK, format);
            var read = BankFile.Read(await reply.Content.ReadAsByteArrayAsync(), "x" + extension);
            new QuestionBank(read.Topics, [.. read.Questions.Select(each => each.Question)]).ShouldBe(BankCarried.Of(BankTemplate.Bank, BankWriter.Extensions[extension]), format);
        }

        (await site.ValueAsync<long>("SELECT count(*) FROM audit WHERE act = 'bank.export'")).ShouldBe(5);
        (await editor.GetAsync(BankPages.Bank + "/export?format=word&q=khong+co+gi")).ShouldLeadTo(BankPages.Bank + "?q=khong%20co%20gi&done=nothing-to-export");
        (await editor.GetAsync(BankPages.Bank + "/export?format=pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_check_names_questions_and_knows_the_documents_of_the_site(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        var first = BankPages.Form("Theo Quyết định 99/2017/QĐ-ABC, việc này do ai làm?");
        await administrator.WriteAsync(first);
        first["text"] = "Việc này do ai làm, theo quyết định 99/2017/QĐ-ABC?";
        first["topic"] = await site.ValueAsync<string>("SELECT code FROM bank_topic");
        await administrator.WriteAsync(first);

        var page = await administrator.PageAsync(BankPages.Bank + "/lint");
        page.QuerySelectorAll("h2").Select(head => head.Words()).ShouldBe(["Câu hỏi trùng 1"]);
        page.QuerySelectorAll(".rows a").Select(link => link.GetAttribute("href")).ShouldBe([BankPages.Bank + "/1", BankPages.Bank + "/2"]);

        const string Documents = "/manage/repealed-documents";
        var wrong = await administrator.PostAsync(Documents, ("act", "save"), ("text", "number,document,replaced_by,since\nkhông phải số,x,y,z"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("Hàng 2");
        (await administrator.PostAsync(Documents, ("act", "save"), ("text", "number,document,replaced_by,since\n99/2017/QĐ-ABC,Quyết định 99,Quyết định 100,01/01/2020"))).ShouldLeadTo(Documents + "?done=saved");
        (await administrator.PageAsync(BankPages.Bank + "/lint")).Body!.Words().ShouldContain("Quyết định 99 đã được thay thế bằng Quyết định 100");
        await administrator.PostAsync(Documents, ("act", "restore"));
        (await administrator.PageAsync(BankPages.Bank + "/lint")).Body!.Words().ShouldNotContain("Quyết định 100");
        (await site.ValueAsync<long>("SELECT count(*) FROM audit WHERE act = 'documents.edit'")).ShouldBe(2);
    }

    private static byte[] Bomb(string entry)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = archive.CreateEntry(entry, CompressionLevel.Fastest).Open();
            content.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8);
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var megabyte = 0; megabyte < 64; megabyte++)
            {
                content.Write(spaces);
            }
        }

        return zip.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return zip.ToArray();
    }
}
