using System.Collections.Immutable;
using System.Globalization;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render;

/// <summary>Runs a layout or partial over a page's values.</summary>
internal sealed class TemplateRunner(Templates templates, Language language)
{
    private readonly ScriptObject _functions = PageContext.Functions();

    /// <summary>Appends the page to a workspace's buffer; what went wrong in which template otherwise.</summary>
    public ImmutableArray<Diagnostic> Layout(string name, ScriptObject values, Workspace workspace)
    {
        var template = templates.Layout(name);
        if (template is null)
        {
            return [new(Codes.TemplateInclude, new("templates/layouts/" + name + ".html"), ("name", name), ("suggestion", Nearest.Suggestion(language, name, templates.Layouts)))];
        }
        var context = workspace.Context ?? NewContext();
        var faults = Run(template, values, workspace.Page, context);
        workspace.Context = faults.IsEmpty ? context : null;
        return faults;
    }

    /// <summary>A partial by itself.</summary>
    public (string Html, ImmutableArray<Diagnostic> Diagnostics) Partial(string name, ScriptObject values)
    {
        var template = templates.Partial(name);
        return template is null
            ? ("", [new(Codes.TemplateInclude, new("templates/partials/" + name + ".html"), ("name", name), ("suggestion", Nearest.Suggestion(language, name, templates.Partials)))])
            : RunPartial(template, values);
    }

    private (string Html, ImmutableArray<Diagnostic> Diagnostics) RunPartial(Template template, ScriptObject values)
    {
        using var output = new TextBuffer(1024);
        var faults = Run(template, values, output, NewContext());
        return (output.ToString(), faults);
    }

    private PageContext NewContext() => new(templates, language, _functions);

    private ImmutableArray<Diagnostic> Run(Template template, ScriptObject values, TextBuffer output, PageContext context)
    {
        context.Begin(values, output, new BufferOutput(output));
        try
        {
            template.Render(context);
            context.End();
            return output.Length < PageContext.LongestPage ? [] : throw PageContext.TooLong(template.Page!.Span);
        }
        catch (TemplateFault fault)
        {
            return [fault.Diagnostic];
        }
        catch (ScriptRuntimeException e)
        {
            return [Explain(e, language)];
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OutOfMemoryException or FormatException or InvalidCastException)
        {
            return [new(Codes.TemplateFault, new(template.SourceFilePath ?? "templates"), ("problem", TemplateProblem.Of(e.Message, language)))];
        }
    }

    // Scriban wraps faults that happen deeper down; the innermost one says where.
    private static Diagnostic Explain(ScriptRuntimeException e, Language language)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is TemplateFault fault)
            {
                return fault.Diagnostic;
            }
        }
        var place = Templates.PlaceOf(e.Span);
        var message = e.OriginalMessage.ReplaceLineEndings(" ");
        if (message.Contains("limit", StringComparison.OrdinalIgnoreCase))
        {
            return new(Codes.TemplateLimit, place, ("limit",
                Quoted(message) is var limit && limit.All(char.IsAsciiDigit) ? limit : PageContext.LongestPage.ToString(CultureInfo.InvariantCulture)));
        }
        if (message.Contains("not found", StringComparison.Ordinal) || message.Contains("Cannot get member", StringComparison.OrdinalIgnoreCase)
            || message.Contains("was not found", StringComparison.Ordinal))
        {
            return new(Codes.TemplateVariable, place, ("name", Quoted(message)));
        }
        return new(Codes.TemplateFault, place, ("problem", TemplateProblem.Of(message, language)));
    }

    // Scriban sets the name between grave accents, or after "member with name" and before a full stop.
    private static string Quoted(string message)
    {
        const string Member = "member with name ";
        var parts = message.Split('`');
        var member = message.IndexOf(Member, StringComparison.Ordinal);
        return parts.Length >= 3 ? parts[1]
            : member >= 0 ? message[(member + Member.Length)..].TrimEnd('.')
            : message;
    }

    // Scriban's own output makes a string of the page at the end; this one has it where it is wanted.
    private sealed class BufferOutput(TextBuffer buffer) : IScriptOutput
    {
        public void Write(string text, int offset, int count) => buffer.Append(text.AsSpan(offset, count));

        public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
        {
            Write(text, offset, count);
            return ValueTask.CompletedTask;
        }

        public override string ToString() => "";
    }
}
