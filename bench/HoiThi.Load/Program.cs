using HoiThi.Load.Commands;

// See bench/run, which builds this and calls it.
return await CommandLine.RunAsync(args);
