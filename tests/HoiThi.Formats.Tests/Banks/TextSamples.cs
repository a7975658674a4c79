namespace HoiThi.Formats.Tests.Banks;

/// <summary>Files of other systems' formats, written for the features they exercise.</summary>
internal static class TextSamples
{
    public static string Qti12 { get; } = File.ReadAllText(Repository.Path("tests/HoiThi.Formats.Tests/Banks/Fixtures/qti-1.2.xml"));

    public const string Moodle = """
        <?xml version="1.0" encoding="UTF-8"?>
        <quiz>
          <question type="category"><category><text>$course$/top/Ngân hàng/Thủ tục hành chính</text></category></question>
          <question type="multichoice"><name><text>Hồ sơ</text></name>
            <questiontext format="html"><text><![CDATA[<p>Hồ sơ nộp ở đâu? <img src="@@PLUGINFILE@@/so%20do.png" alt=""/></p>]]></text><file name="so do.png" encoding="base64">iVBORw0KGgo=</file></questiontext>
            <generalfeedback format="html"><text>&lt;p&gt;Theo Điều 5.&lt;/p&gt;</text></generalfeedback><defaultgrade>2.0000000</defaultgrade><single>true</single><shuffleanswers>false</shuffleanswers>
            <answer fraction="100" format="html"><text>Bộ phận &lt;b&gt;một cửa&lt;/b&gt;</text></answer><answer fraction="50" format="html"><text>Văn phòng</text></answer><answer fraction="0" format="html"><text>Hội trường</text></answer>
            <tags><tag><text>vận dụng</text></tag></tags></question>
          <question type="truefalse"><name><text>TF</text></name><questiontext format="plain_text"><text>Lệ phí là 0 < 1 đồng?</text></questiontext><answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
          <question type="numerical"><name><text>N</text></name><questiontext format="html"><text>Năm nào?</text></questiontext><answer fraction="100"><text>2021</text><tolerance>1</tolerance></answer></question>
          <question type="essay"><name><text>E</text></name><questiontext format="html"><text>Nêu sáng kiến</text></questiontext><maxwordlimit>300</maxwordlimit></question>
          <question type="matching"><name><text>M</text></name><questiontext format="html"><text>Ghép</text></questiontext></question>
          <question type="shortanswer"><name><text>S</text></name><questiontext format="html"><text>Thủ đô?</text></questiontext></question>
        </quiz>
        """;

    public static string SoundMoodle { get; } = Moodle.Replace("0 < 1", "0 &lt; 1", StringComparison.Ordinal);
}
