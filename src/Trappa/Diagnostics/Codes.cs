using System.Collections.Immutable;

namespace Trappa.Diagnostics;

/// <summary>The table of everything that can be wrong. The words are in the language's file, under the same id.</summary>
public static class Codes
{
    // 0xx: files and folders.
    // 1xx: YAML, front matter and settings.
    // 2xx: Markdown and references.
    // 3xx: the guide as a whole.
    // 4xx: templates.
    // 5xx: writing.
}
