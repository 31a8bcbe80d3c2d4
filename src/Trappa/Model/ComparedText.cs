namespace Trappa.Model;

/// <summary>A text of the guide, as editions are compared by it.</summary>
/// <param name="Key">What it is, the same in two editions.</param>
/// <param name="Group">What it belongs to: a step's or page's name.</param>
/// <param name="Label">Which part of it.</param>
/// <param name="Text">The words.</param>
internal sealed record ComparedText(string Key, string Group, string Label, string Text);
