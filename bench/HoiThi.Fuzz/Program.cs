using HoiThi.Fuzz;

// See bench/fuzz, which builds this and calls it.
return await CommandLine.RunAsync(args);
