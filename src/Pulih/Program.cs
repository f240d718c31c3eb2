using Pulih;
using Pulih.Platform.Commands;
using Pulih.Registry.Matching;

return await CommandLine.Run(args, settings => Composition.Build(settings), LinkVerb.Build(), TrainVerb.Build());
