namespace HoiThi.Fuzz;

/// <summary>A reader of files that people send.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Samples">Sound files to begin with; made once, when they are asked for.</param>
/// <param name="Read">
/// Reads a file and requires what has to hold of any reading. Says in a few words what came of it: files that come to
/// something new are changed further.
/// </param>
public sealed record FuzzedParser(string Name, Lazy<byte[][]> Samples, Func<byte[], string> Read);

/// <summary>A reading broke its promise.</summary>
public sealed class BrokenPromiseException(string message) : Exception(message);
