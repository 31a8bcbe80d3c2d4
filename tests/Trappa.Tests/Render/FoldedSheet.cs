using System.Numerics;

namespace Trappa.Tests.Render;

/// <summary>
/// A sheet of two rows and four columns, folded in space: each panel is turned about the folds by whole right angles, and
/// hangs together with its neighbours or not. It knows nothing of what is printed on it, nor how the generator came to it.
/// The sheet lies in the plane of x and y with the printed side up (z), lower left corner at zero, a panel a unit wide and
/// high; row 0 is the upper one. Folded, the leaves stand out like a cross around an upright axis.
/// </summary>
internal sealed class FoldedSheet
{
    private const int Columns = 4, Rows = 2;

    // Where the spine is: the first fold across.
    private static readonly Vector3 Axis = new(1, 0, 0);

    private readonly Dictionary<(int Column, int Row), Matrix4x4> _panels = [];

    private FoldedSheet()
    {
    }

    /// <summary>
    /// Folds: along with the printed side out, the upper row going behind; then the short edges are pushed together, so
    /// that printed sides meet at the outer folds across, and at the middle one the paper is bent back on itself.
    /// </summary>
    public static FoldedSheet Fold()
    {
        var sheet = new FoldedSheet();
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var isBehind = row == 0;
                var turn = Matrix4x4.Identity;
                if (isBehind)
                {
                    turn *= About(new(0, 1, 0), Vector3.UnitX, 180);
                }
                // The last fold first: it moves only what is to the right of it.
                for (var fold = column; fold >= 1; fold--)
                {
                    var angle = fold % 2 == 1 ? -90 : 180;
                    turn *= About(new(fold, 0, 0), Vector3.UnitY, isBehind ? -angle : angle);
                }
                sheet._panels[(column, row)] = turn;
            }
        }
        return sheet;
    }

    /// <summary>The columns where the paper would have to be torn along the fold between the rows.</summary>
    public IEnumerable<int> Torn => Enumerable.Range(0, Columns).Where(column => !HangTogether((column, 0), (column, 1), new(column, 1, 0), new(column + 1, 1, 0)));

    /// <summary>Whether the paper is whole at every fold across.</summary>
    public bool IsWholeAcross => Enumerable.Range(0, Rows).All(row => Enumerable.Range(1, Columns - 1).All(
        fold => HangTogether((fold - 1, row), (fold, row), new(fold, Bottom(row), 0), new(fold, Bottom(row) + 1, 0))));

    /// <summary>
    /// The panels in the order in which one meets them who opens the booklet at one of them and turns leaf after leaf: what
    /// is on the back of the leaf, then what faces it.
    /// </summary>
    public IEnumerable<(int Column, int Row)> Read((int Column, int Row) first)
    {
        var at = first;
        for (var i = 0; i < Columns * Rows; i++)
        {
            yield return at;
            var (leaf, face) = i % 2 == 0 ? (Leaf(at), -Face(at)) : (Face(at), Leaf(at));
            at = _panels.Keys.Single(p => IsNear(Leaf(p), leaf) && IsNear(Face(p), face));
        }
    }

    /// <summary>Whether words stand upright in the booklet.</summary>
    /// <param name="panel">Where they are printed.</param>
    /// <param name="isTurned">Whether they stand on their head on the flat sheet.</param>
    public bool IsUpright((int Column, int Row) panel, bool isTurned) =>
        IsNear(Vector3.TransformNormal(isTurned ? -Vector3.UnitY : Vector3.UnitY, _panels[panel]), Vector3.UnitY);

    /// <summary>Whether one who looks at the panel has the spine to the left.</summary>
    public bool IsSpineAtLeft((int Column, int Row) panel) => Vector3.Dot(Leaf(panel), Vector3.Cross(Vector3.UnitY, Face(panel))) > 0;

    // Which way the leaf stands out from the axis.
    private Vector3 Leaf((int Column, int Row) panel)
    {
        var middle = Vector3.Transform(new(panel.Column + 0.5f, Bottom(panel.Row) + 0.5f, 0), _panels[panel]) - Axis;
        return Vector3.Normalize(middle with { Y = 0 });
    }

    // Which way the printed side looks.
    private Vector3 Face((int Column, int Row) panel) => Vector3.TransformNormal(Vector3.UnitZ, _panels[panel]);

    private bool HangTogether((int, int) one, (int, int) other, params Vector3[] edge) =>
        edge.All(point => IsNear(Vector3.Transform(point, _panels[one]), Vector3.Transform(point, _panels[other])));

    private static int Bottom(int row) => Rows - 1 - row;

    private static Matrix4x4 About(Vector3 point, Vector3 line, int degrees) =>
        Matrix4x4.CreateTranslation(-point) * Matrix4x4.CreateFromAxisAngle(line, degrees * MathF.PI / 180) * Matrix4x4.CreateTranslation(point);

    private static bool IsNear(Vector3 one, Vector3 other) => Vector3.Distance(one, other) < 0.001f;
}
