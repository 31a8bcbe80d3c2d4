using System.CommandLine;
using Trappa.Publishing.Hosts;

namespace Trappa.Commands;

/// <summary><c>trappa host</c>: settings for a server of one's own.</summary>
internal static class HostCommand
{
    private static readonly string[] Servers = ["nginx", "caddy", "apache"];

    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var server = new Argument<string>("SERVER");
        server.CompletionSources.Add(Servers);
        server.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Servers.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(surroundings.Language.Value.Fill("usage_among",
                    ("name", server.Name), ("value", token.Value), ("allowed", string.Join(", ", Servers))));
            }
        });
        var command = new Command("host")
        {
            server,
        };
        shared.AddForReading(command);
        command.Add(shared.Editor);
        command.SetAction(parsed => Show(parsed.GetValue(server)!, Pipeline.Run(shared.Request(parsed, surroundings)), surroundings));
        return command;
    }

    private static int Show(string server, BuildResult result, Surroundings surroundings)
    {
        if (result.HasErrors)
        {
            Report.Write(result.Diagnostics, result.Language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        var site = HostedSite.Of(result.Files);
        surroundings.Output.Write(server switch
        {
            "nginx" => NginxSettings.Of(site),
            "caddy" => CaddySettings.Of(site),
            _ => ApacheSettings.Of(site),
        });
        return ExitCodes.Fine;
    }
}
