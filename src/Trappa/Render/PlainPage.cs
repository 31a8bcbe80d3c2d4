using Trappa.Languages;

namespace Trappa.Render;

/// <summary>A page by itself, with nothing of the guide around it: a report, or one that leads on.</summary>
internal static class PlainPage
{
    /// <summary>All up to what follows the heading, with a line end after it. No search engine has such a page.</summary>
    /// <param name="language">The page's language.</param>
    /// <param name="title">Title and heading, as HTML.</param>
    /// <param name="head">What else its head has, a line each, as HTML: its style at least.</param>
    public static string Begin(Language language, string title, string head) => $"""
        <!DOCTYPE html>
        <html lang="{language.Code}" dir="{language.Direction}">
        <head>
        <meta charset="utf-8">
        <title>{title}</title>
        <meta name="viewport" content="width=device-width">
        <meta name="robots" content="noindex">
        {head}
        </head>
        <body>
        <main>
        <h1>{title}</h1>

        """;
}
