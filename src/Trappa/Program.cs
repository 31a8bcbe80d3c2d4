using Trappa.Commands;

return CommandLine.Run(args, Surroundings.OfProcess());
