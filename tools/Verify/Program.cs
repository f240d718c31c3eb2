using PulihVerify;

// pulih-verify FOLDER [CHECKPOINT.json]: 0 when everything holds, 1 when something does not, 2 for a wrong call.
if (args.Length is not (1 or 2))
{
    Console.Error.WriteLine("pulih-verify FOLDER [CHECKPOINT.json]\n\nFOLDER is what audit-export wrote; CHECKPOINT.json is one that was kept elsewhere.");
    return 2;
}

var folder = args[0];
if (!File.Exists(Path.Combine(folder, "chain.tsv")) || (args.Length == 2 && !File.Exists(args[1])))
{
    Console.Error.WriteLine("There is no chain.tsv in the folder, or no such checkpoint.");
    return 2;
}

var found = Audit.OfFolder(folder, args.Length == 2 ? args[1] : null);
Console.WriteLine(found.Text);
return found.Holds ? 0 : 1;
