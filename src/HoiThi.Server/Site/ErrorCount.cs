namespace HoiThi.Server.Site;

/// <summary>How many requests this node failed, and how many it sent away for a while, since it started.</summary>
public sealed class ErrorCount
{
    private long errors;
    private long busy;

    public long Errors => Interlocked.Read(ref errors);

    public long Busy => Interlocked.Read(ref busy);

    public void Add(int status)
    {
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            Interlocked.Increment(ref busy);
        }
        else if (status >= StatusCodes.Status500InternalServerError)
        {
            Interlocked.Increment(ref errors);
        }
    }
}
