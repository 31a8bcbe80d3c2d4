using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render;

/// <summary>
/// Scriban for one page: every text is escaped but <see cref="HtmlText"/>, unknown variables are errors, and loops,
/// recursion and output have limits, so that no template can hang the build or fill the memory.
/// </summary>
internal sealed class PageContext : TemplateContext
{
    /// <summary>Steps of loops on one page. A page of a thousand steps needs some ten thousand.</summary>
    public const int MostLoopSteps = 1_000_000;

    /// <summary>Characters of one page.</summary>
    public const int LongestPage = 16 * 1024 * 1024;

    private readonly Language _language;
    private readonly List<string> _including = [];
    private int _steps;
    private long _written;

    public PageContext(Templates templates, Language language, ScriptObject functions)
        : base(functions)
    {
        Templates = templates;
        _language = language;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        // Counted below, over all loops of the page, so that the limit can be told.
        LoopLimit = 0;
        LoopLimitQueryable = MostLoopSteps;
        OutputLimit = LongestPage;
        LimitToString = LongestPage;
        RecursiveLimit = 64;
        PushCulture(CultureInfo.InvariantCulture);
    }

    public Templates Templates { get; }

    /// <summary>Where the page goes.</summary>
    public TextBuffer? Page { get; init; }

    /// <summary>
    /// The functions that templates have. Two are all: what needs more is prepared in the values. Scriban's own are
    /// left out, as they know the clock and chance, and to make them takes longer than to build a small guide.
    /// </summary>
    public static ScriptObject Functions()
    {
        var functions = new ScriptObject();
        functions.SetValue("include", new IncludeFunction(), readOnly: true);
        functions.SetValue("fill", new FillFunction(), readOnly: true);
        return functions;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case HtmlText html:
                Write(Counted(html.Value, span));
                break;
            case string text:
                Write(HtmlText.Escape(Counted(text, span)));
                break;
            default:
                Write(HtmlText.Escape(Counted(Text(this, textAsObject), span)));
                break;
        }
        return this;
    }

    // Scriban cuts off what is too long, without a word; a page that is cut off is none.
    private string Counted(string text, SourceSpan span)
    {
        _written += text.Length;
        return _written < LongestPage ? text : throw TooLong(span);
    }

    /// <summary>The fault of writing more than a page can hold.</summary>
    public static TemplateFault TooLong(SourceSpan span) =>
        new(Codes.TemplateLimit, span, ("limit", LongestPage.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Renders a partial in the same scope.</summary>
    public HtmlText Include(string name, SourceSpan span, ScriptNode caller)
    {
        var template = Templates.Partial(name)
            ?? throw new TemplateFault(Codes.TemplateInclude, span, ("name", name), ("suggestion", Nearest.Suggestion(_language, name, Templates.Partials)));
        if (_including.Contains(name))
        {
            throw new TemplateFault(Codes.TemplateCircle, span, ("name", string.Join(" → ", _including.Append(name))));
        }
        _including.Add(name);
        PushOutput();
        try
        {
            EnterRecursive(caller);
            var html = template.Render(this);
            ExitRecursive(caller);
            return new(html);
        }
        finally
        {
            PopOutput();
            _including.RemoveAt(_including.Count - 1);
        }
    }

    /// <inheritdoc/>
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++_steps > MostLoopSteps)
        {
            throw new TemplateFault(Codes.TemplateLimit, loop.Span,
                ("limit", MostLoopSteps.ToString(CultureInfo.InvariantCulture)));
        }
        // A loop may write nothing but the template's own text, which Scriban counts and cuts off.
        if (Page?.Length >= LongestPage || Output is StringBuilderOutput { Builder.Length: >= LongestPage })
        {
            throw TooLong(loop.Span);
        }
        return base.OnStepLoop(loop);
    }

    private static string Text(TemplateContext context, object? value) =>
        value is string text ? text : context.ObjectToString(value) ?? "";

    private sealed class IncludeFunction : IScriptCustomFunction
    {
        public int RequiredParameterCount => 1;
        public int ParameterCount => 1;
        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;
        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "name");

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            ((PageContext)context).Include(arguments.Count > 0 ? Text(context, arguments[0]) : "", callerContext!.Span, callerContext);

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }

    // t.step_of | fill 'number' 3: puts a value where {number} stands in a word of the interface.
    private sealed class FillFunction : IScriptCustomFunction
    {
        public int RequiredParameterCount => 3;
        public int ParameterCount => 3;
        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;
        public Type ReturnType => typeof(string);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), index switch { 0 => "text", 1 => "name", _ => "value" });

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            Text(context, arguments[0]).Replace(
                "{" + Text(context, arguments[1]) + "}", Text(context, arguments[2]), StringComparison.Ordinal);

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }
}
