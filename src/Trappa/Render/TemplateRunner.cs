using System.Collections.Immutable;
using System.Globalization;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render;

/// <summary>Runs a layout or partial over a page's values.</summary>
internal sealed class TemplateRunner(Templates templates, Language language)
{
    private readonly ScriptObject _functions = PageContext.Functions();

    /// <summary>The page, or what went wrong in which template.</summary>
    public (string Html, ImmutableArray<Diagnostic> Diagnostics) Layout(string name, ScriptObject values)
    {
        var template = templates.Layout(name);
        return template is null
            ? ("", [new(Codes.TemplateInclude, new("templates/layouts/" + name + ".html"), ("name", name), ("suggestion", Nearest.Suggestion(language, name, templates.Layouts)))])
            : Run(template, values);
    }

    /// <summary>A partial by itself.</summary>
    public (string Html, ImmutableArray<Diagnostic> Diagnostics) Partial(string name, ScriptObject values)
    {
        var template = templates.Partial(name);
        return template is null
            ? ("", [new(Codes.TemplateInclude, new("templates/partials/" + name + ".html"), ("name", name), ("suggestion", Nearest.Suggestion(language, name, templates.Partials)))])
            : Run(template, values);
    }

    private (string Html, ImmutableArray<Diagnostic> Diagnostics) Run(Template template, ScriptObject values)
    {
        var context = new PageContext(templates, language, _functions);
        context.PushGlobal(values);
        try
        {
            var html = template.Render(context);
            return html.Length < PageContext.LongestPage ? (html, []) : throw PageContext.TooLong(template.Page!.Span);
        }
        catch (TemplateFault fault)
        {
            return ("", [fault.Diagnostic]);
        }
        catch (ScriptRuntimeException e)
        {
            return ("", [Explain(e)]);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OutOfMemoryException or FormatException or InvalidCastException)
        {
            return ("", [new(Codes.TemplateFault, new(template.SourceFilePath ?? "templates"), ("problem", e.Message))]);
        }
    }

    // Scriban wraps faults that happen deeper down; the innermost one says where.
    private static Diagnostic Explain(ScriptRuntimeException e)
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
        return new(Codes.TemplateFault, place, ("problem", message));
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
}
