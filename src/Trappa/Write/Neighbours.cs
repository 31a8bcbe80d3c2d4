namespace Trappa.Write;

/// <summary>
/// The names beside the target that a build uses, on the same file system by being in the same folder. They are
/// fixed: whoever holds the lock owns them all, so what is there at a start is a dead build's.
/// </summary>
internal sealed class Neighbours
{
    internal Neighbours(string target)
    {
        Target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        Parent = Path.GetDirectoryName(Target) ?? Target;
        var stem = Path.Combine(Parent, "." + Path.GetFileName(Target) + ".trappa-");
        New = stem + "new";
        Old = stem + "old";
        Lock = stem + "lock";
    }

    /// <summary>The folder that is replaced.</summary>
    internal string Target { get; }
    /// <summary>The folder it is in.</summary>
    internal string Parent { get; }
    /// <summary>The site while it is being written.</summary>
    internal string New { get; }
    /// <summary>The site that stood, between two renames.</summary>
    internal string Old { get; }
    /// <summary>Held by the one build that may touch the others.</summary>
    internal string Lock { get; }

    /// <summary>Whether an earlier build left something.</summary>
    internal bool AnyLeft => Path.Exists(New) || Path.Exists(Old) || Path.Exists(Lock);
}
