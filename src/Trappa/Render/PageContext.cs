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

    /// <summary>Pieces of template that are worked out for one page, and blocks of text that are put together on the way.</summary>
    public const int MostWork = 5_000_000;

    // What neither is counted nor written, such as asking for the size of a long range, meets the clock: a page takes
    // milliseconds.
    private const int LongestSeconds = 60;

    // So many characters put together take about as long as a piece of template.
    private const int BlockOfText = 256;

    /// <summary>Characters of one page.</summary>
    public const int LongestPage = 16 * 1024 * 1024;

    private readonly Language _language;
    private readonly List<string> _including = [];
    private int _steps;
    private long _written;
    private long _work;
    private long _began;

    public PageContext(Templates templates, Language language, ScriptObject functions)
        : base(functions)
    {
        Templates = templates;
        _language = language;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        // Loops are counted below, over all of the page, so that the limit can be told; this one is for ranges, which
        // are gone through by Scriban itself.
        LoopLimit = MostLoopSteps + 1;
        LoopLimitQueryable = MostLoopSteps;
        OutputLimit = LongestPage;
        LimitToString = LongestPage;
        RecursiveLimit = 64;
        PushCulture(CultureInfo.InvariantCulture);
    }

    public Templates Templates { get; }

    /// <summary>Where the page goes.</summary>
    public TextBuffer? Page { get; private set; }

    /// <summary>
    /// Begins a page; <see cref="End"/> makes this ready for the next. To make a context takes more memory than a short
    /// page. After a fault it is good for nothing more.
    /// </summary>
    public void Begin(ScriptObject values, TextBuffer page, IScriptOutput output)
    {
        (Page, _steps, _written, _work, _began) = (page, 0, 0, 0, Environment.TickCount64);
        PushGlobal(values);
        PushOutput(output);
    }

    /// <summary>Ends the page.</summary>
    public void End()
    {
        PopOutput();
        PopGlobal();
        Page = null;
    }

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
            case HtmlInBuffer html when Output is not StringBuilderOutput && string.IsNullOrEmpty(CurrentIndent):
                Count(html.Buffer.Length, span);
                Page!.Append(html.Buffer.Text.Span);
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

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        // Functions that call themselves twice, and texts put together anew for nothing, loop without a loop.
        _work += 1 + (value is string text ? text.Length / BlockOfText : 0)
            + (scriptNode is ScriptRawStatement raw ? raw.Text.Length / BlockOfText : 0);
        if (_work > MostWork || ((_work & 1023) == 0 && Environment.TickCount64 - _began > LongestSeconds * 1000))
        {
            throw new TemplateFault(Codes.TemplateLimit, scriptNode!.Span, ("limit", MostWork.ToString(CultureInfo.InvariantCulture)));
        }
        return value;
    }

    /// <inheritdoc/>
    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        base.GetListAccessorImpl(target, type) is { } list ? new BoundedList(list) : null;

    // Scriban cuts off what is too long, without a word; a page that is cut off is none.
    private void Count(int letters, SourceSpan span)
    {
        _written += letters;
        if (_written >= LongestPage)
        {
            throw TooLong(span);
        }
    }

    private string Counted(string text, SourceSpan span)
    {
        Count(text.Length, span);
        return text;
    }

    /// <summary>The fault of writing more than a page can hold.</summary>
    public static TemplateFault TooLong(SourceSpan span) =>
        new(Codes.TemplateLimit, span, ("limit", LongestPage.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Renders a partial in the same scope; null where it was written already.</summary>
    public HtmlText? Include(string name, SourceSpan span, ScriptNode caller)
    {
        var template = Templates.Partial(name)
            ?? throw new TemplateFault(Codes.TemplateInclude, span, ("name", name), ("suggestion", Nearest.Suggestion(_language, name, Templates.Partials)));
        if (_including.Contains(name))
        {
            throw new TemplateFault(Codes.TemplateCircle, span, ("name", string.Join(" → ", _including.Append(name))));
        }
        _including.Add(name);
        // By itself it is written where it stands, without a string of it on the way. What is caught is: Scriban empties
        // a string builder when a template ends.
        var isValue = caller.Parent is not ScriptExpressionStatement || Output is StringBuilderOutput;
        if (isValue)
        {
            PushOutput();
        }
        try
        {
            EnterRecursive(caller);
            var html = template.Render(this);
            ExitRecursive(caller);
            return isValue ? new(html) : null;
        }
        finally
        {
            if (isValue)
            {
                PopOutput();
            }
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

    // An item far behind the end of a list would fill all between with nothing.
    private sealed class BoundedList(IListAccessor list) : IListAccessor
    {
        public int GetLength(TemplateContext context, SourceSpan span, object target) => list.GetLength(context, span, target);

        public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) => list.GetValue(context, span, target, index);

        public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
        {
            if (index > MostLoopSteps)
            {
                throw new TemplateFault(Codes.TemplateLimit, span, ("limit", MostLoopSteps.ToString(CultureInfo.InvariantCulture)));
            }
            list.SetValue(context, span, target, index, value);
        }
    }

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
