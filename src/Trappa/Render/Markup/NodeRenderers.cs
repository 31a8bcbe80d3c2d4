using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Languages;
using Trappa.Parse;
using Trappa.Parse.DatedBlocks;

namespace Trappa.Render.Markup;

/// <summary>A callout (<c>&gt; [!NOTE]</c>): a box with a word in the guide's language above it.</summary>
internal sealed class NoteRenderer(Language language) : HtmlObjectRenderer<AlertBlock>
{
    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        var kind = obj.Kind.ToString().ToUpperInvariant();
        renderer.EnsureLine();
        renderer.Write("<div class=\"note\"><p class=\"note-title\">")
            .WriteEscape(language.Word("note_" + (Callouts.Kinds.Contains(kind) ? kind : Callouts.Kinds[0]).ToLowerInvariant())).WriteLine("</p>");
        renderer.WriteChildren(obj);
        renderer.WriteLine("</div>");
    }
}

/// <summary>A passage whose time is over: a box, and in its first line until when it held.</summary>
internal sealed class PassageRenderer : HtmlObjectRenderer<DatedBlock>
{
    protected override void Write(HtmlRenderer renderer, DatedBlock obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"note\">");
        renderer.WriteChildren(obj);
        renderer.WriteLine("</div>");
    }
}

/// <summary>A table in a box of its own that scrolls sideways, reachable by keyboard (WCAG 2.2 SC 1.4.10, SC 2.1.1).</summary>
internal sealed class ScrollTableRenderer(Language language) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .WriteEscape(language.Word("table")).WriteLine("\"><table>");
        var inHead = false;
        var inBody = false;
        foreach (var row in obj.OfType<TableRow>())
        {
            if (row.IsHeader && !inHead)
            {
                renderer.WriteLine("<thead>");
                inHead = true;
            }
            if (!row.IsHeader && !inBody)
            {
                renderer.WriteLine(inHead ? "</thead><tbody>" : "<tbody>");
                inBody = true;
            }
            WriteRow(renderer, obj, row);
        }
        renderer.WriteLine(inBody ? "</tbody></table></div>" : "</thead></table></div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is not TableCell cell)
            {
                continue;
            }
            var column = cell.ColumnIndex < 0 ? i : cell.ColumnIndex;
            var alignment = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
            renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
            renderer.Write(alignment switch
            {
                TableColumnAlign.Center => " class=\"center\"",
                TableColumnAlign.Right => " class=\"end\"",
                _ => "",
            });
            renderer.Write(">");
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.Write(row.IsHeader ? "</th>" : "</td>");
        }
        renderer.WriteLine("</tr>");
    }
}

/// <summary>A task of a list: a sign with its meaning in words, as nothing can be ticked on a page.</summary>
internal sealed class TaskRenderer(Language language) : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer
        .Write("<span class=\"task\" role=\"img\" aria-label=\"")
        .WriteEscape(language.Word(obj.Checked ? "task_done" : "task_open"))
        .Write(obj.Checked ? "\">☑</span>" : "\">☐</span>");
}

/// <summary>HTML that is not let through: its signs are shown.</summary>
internal sealed class HtmlAsTextBlock : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<p>");
        renderer.WriteLeafRawLines(obj, true, true);
        renderer.WriteLine("</p>");
    }
}

/// <summary>The same within a line.</summary>
internal sealed class HtmlAsTextInline : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj) => renderer.WriteEscape(obj.Tag);
}
