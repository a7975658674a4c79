namespace HoiThi.Server.Site;

/// <summary>Answers with 303.</summary>
internal static class SeeOther
{
    /// <summary>After a form: the browser gets the next page with GET, so that a reload sends nothing twice.</summary>
    public static IResult To(string path) => new SeeOtherResult(path);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
