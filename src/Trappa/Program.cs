using System.Security.Cryptography;
using Trappa.Commands;

// The system's library that hashes takes a tenth of a small build to load: it is loaded while the command is read. A
// process that ended in the middle of that could fail.
var hashing = Task.Run(() => SHA256.HashData([]));
var code = CommandLine.Run(args, Surroundings.OfProcess());
Task.WaitAny(hashing);
return code;
