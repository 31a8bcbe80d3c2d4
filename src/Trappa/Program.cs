using System.Security.Cryptography;
using Trappa.Commands;

// The system's library that hashes takes a tenth of a small build to load: it is loaded while the command is read.
_ = Task.Run(() => SHA256.HashData([]));
return CommandLine.Run(args, Surroundings.OfProcess());
