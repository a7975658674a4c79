using System.IO.Compression;
using System.Text;
using HoiThi.Formats.Contests;
using HoiThi.Server.Manage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage;

/// <summary>Zips that people make come in whole; zips that somebody made to do harm come to a sentence.</summary>
public sealed class ContestZipTests
{
    [Fact]
    public async Task A_contest_goes_out_and_comes_in_as_it_was()
    {
        using var folder = new ScratchFolder();
        (await UnpackAsync(await ContestZip.PackAsync(TestContest.Bundle), folder)).ShouldBeNull();
        var read = ContestFolder.Read(ContestZip.RootOf(folder.Path)).Require();
        read.Contest.ShouldBe(TestContest.Bundle.Contest);
        read.Units.ShouldBe(TestContest.Bundle.Units);
        read.Files.Select(file => file.Path).ShouldBe(TestContest.Bundle.Files.Select(file => file.Path), ignoreOrder: true);
    }

    [Fact]
    public async Task A_folder_that_was_zipped_with_its_name_is_found_and_what_other_systems_add_is_not()
    {
        using var folder = new ScratchFolder();
        (await UnpackAsync(Zip(("hoi-thi/contest.yaml", "slug: x"), ("__MACOSX/hoi-thi/._contest.yaml", "x"), ("hoi-thi/.DS_Store", "x")), folder)).ShouldBeNull();
        ContestZip.RootOf(folder.Path).ShouldBe(Path.Combine(folder.Path, "hoi-thi"));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("a\\..\\outside.txt")]
    [InlineData("C:outside.txt")]
    [InlineData("a//outside.txt")]
    [InlineData("a/\u0007bell.txt")]
    public async Task No_name_leads_out(string name)
    {
        using var folder = new ScratchFolder();
        var inner = Directory.CreateDirectory(Path.Combine(folder.Path, "inner")).FullName;
        (await ContestZip.UnpackAsync(new MemoryStream(Zip((name, "x"))), inner)).ShouldNotBeNull().Vi.ShouldContain("không hợp lệ");
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_is_no_file()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry("contest.yaml");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            await using var content = await entry.OpenAsync();
            await content.WriteAsync("/etc/passwd"u8.ToArray());
        }

        using var folder = new ScratchFolder();
        (await UnpackAsync(zip.ToArray(), folder)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_bomb_is_stopped_while_it_unfolds()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var content = await archive.CreateEntry("contest.yaml", CompressionLevel.Fastest).OpenAsync();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 80; megabyte++)
            {
                await content.WriteAsync(zeros);
            }
        }

        zip.Length.ShouldBeLessThan(1 << 20);
        using var folder = new ScratchFolder();
        (await UnpackAsync(zip.ToArray(), folder)).ShouldNotBeNull().Vi.ShouldContain("quá lớn");
    }

    [Fact]
    public async Task Too_many_entries_two_of_one_name_and_what_is_no_zip_are_said_in_words()
    {
        using var folder = new ScratchFolder();
        (await UnpackAsync(Zip([.. Enumerable.Range(0, 2_001).Select(number => ($"{number}.txt", ""))]), folder)).ShouldNotBeNull().Vi.ShouldContain("2000");
        (await UnpackAsync(Zip(("a.txt", "1"), ("a.txt", "2")), folder)).ShouldNotBeNull().Vi.ShouldContain("trùng tên");
        (await UnpackAsync(Encoding.UTF8.GetBytes("Đây là một tệp Word, không phải zip."), folder)).ShouldNotBeNull().Vi.ShouldContain("không phải tệp zip");
        (await UnpackAsync(Zip(("b.txt", new string('x', 1000)))[..80], folder)).ShouldNotBeNull();
    }

    private static Task<HoiThi.Core.Contests.LocalText?> UnpackAsync(byte[] zip, ScratchFolder folder) => ContestZip.UnpackAsync(new MemoryStream(zip), folder.Path);

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
