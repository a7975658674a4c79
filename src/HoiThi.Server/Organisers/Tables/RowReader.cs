using System.Collections;
using System.Data.Common;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>Rows as the writer of workbooks takes them one by one; a list it would keep whole.</summary>
internal sealed class RowReader(IReadOnlyList<string> heads, IEnumerable<object?[]> rows) : DbDataReader
{
    private readonly IEnumerator<object?[]> each = rows.GetEnumerator();

    public override int FieldCount => heads.Count;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => 0;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => each.MoveNext();

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => heads[ordinal];

    public override int GetOrdinal(string name) => heads.Index().First(head => head.Item == name).Index;

    public override object GetValue(int ordinal) => each.Current[ordinal] ?? "";

    public override int GetValues(object[] values)
    {
        for (var index = 0; index < heads.Count; index++)
        {
            values[index] = GetValue(index);
        }

        return heads.Count;
    }

    public override bool IsDBNull(int ordinal) => false;

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => nameof(Object);

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    protected override void Dispose(bool disposing)
    {
        each.Dispose();
        base.Dispose(disposing);
    }
}
