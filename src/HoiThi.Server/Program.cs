using HoiThi.Server.Commands;

// hoithi COMMAND: serve is the server, the rest is what an operator does beside it. See --help of each.
return await CommandLine.RunAsync(args);
