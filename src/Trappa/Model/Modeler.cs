namespace Trappa.Model;

/// <summary>Binds syntax to the typed guide.</summary>
public static class Modeler
{
}
