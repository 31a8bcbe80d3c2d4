using System.CommandLine;
using System.CommandLine.Parsing;
using Trappa.Model;
using Trappa.Render.Flows;

namespace Trappa.Commands;

/// <summary><c>trappa flow</c>: all ways of the decision flow, as a table or a drawing.</summary>
internal static class FlowCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var svg = new Option<bool>("--svg");
        var mermaid = new Option<bool>("--mermaid");
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "text",
        };
        SharedOptions.AcceptOnly(format, surroundings, "text", "json");
        var command = new Command("flow");
        command.Add(shared.Folder);
        command.Add(shared.Date);
        command.Add(shared.Drafts);
        command.Add(svg);
        command.Add(mermaid);
        command.Add(format);
        command.Validators.Add(result => OneForm(result, svg, mermaid, format, surroundings));
        command.SetAction(parsed => Show(
            Pipeline.Check(shared.Request(parsed, surroundings)), parsed.GetValue(svg), parsed.GetValue(mermaid), parsed.GetValue(format)!, surroundings));
        return command;
    }

    private static void OneForm(CommandResult result, Option<bool> svg, Option<bool> mermaid, Option<string> format, Surroundings surroundings)
    {
        var chosen = new[] { result.GetValue(svg), result.GetValue(mermaid), result.GetResult(format) is { Implicit: false } };
        if (chosen.Count(c => c) > 1)
        {
            result.AddError(surroundings.Language.Value.Word("usage_one_form"));
        }
    }

    private static int Show(CheckedGuide read, bool svg, bool mermaid, string format, Surroundings surroundings)
    {
        if (read.HasErrors || read.Guide is null)
        {
            Report.Write(read.Diagnostics, read.Language, format, surroundings);
            return ExitCodes.ContentErrors;
        }
        if (read.Guide.Flow is not { } flow)
        {
            surroundings.Error.WriteLine(read.Language.Fill("no_flow", ("file", "content/" + read.Language.File("flow"))));
            return ExitCodes.ContentErrors;
        }
        if (!svg)
        {
            surroundings.Output.Write(mermaid ? FlowText.Mermaid(flow) : Table(flow, format, read));
            return ExitCodes.Fine;
        }
        if (FlowDrawing.Alone(read.Guide, flow) is not { } drawing)
        {
            surroundings.Error.WriteLine(read.Language.Word("map_too_large"));
            return ExitCodes.ContentErrors;
        }
        surroundings.Output.Write(drawing);
        return ExitCodes.Fine;
    }

    private static string Table(Flow flow, string format, CheckedGuide read)
    {
        var table = FlowTable.Of(flow);
        return format == "json" ? FlowText.Json(flow, table) : FlowText.Table(flow, table, read.Language);
    }
}
