using Pulih;
using Pulih.Platform.Commands;

return await CommandLine.Run(args, settings => Product.Build(settings));
