using Scriban.Runtime;

namespace Trappa.Render.Views;

/// <summary>Makes the values that templates read, without reflection.</summary>
internal static class View
{
    public static ScriptObject Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var made = new ScriptObject(members.Length, true);
        foreach (var (name, value) in members)
        {
            made[name] = value;
        }
        return made;
    }

    public static ScriptArray List(IEnumerable<object?> items) => [.. items];
}
