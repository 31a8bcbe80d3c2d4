using Scriban.Parsing;
using Scriban.Syntax;
using Trappa.Diagnostics;

namespace Trappa.Render;

/// <summary>Ends the rendering of one page; becomes a diagnostic where the page was asked for. Never leaves this stage.</summary>
internal sealed class TemplateFault(Code code, SourceSpan span, params (string Name, string Value)[] arguments)
    : ScriptRuntimeException(span, code.Name)
{
    public Diagnostic Diagnostic { get; } = new(code, Templates.PlaceOf(span), arguments);
}
