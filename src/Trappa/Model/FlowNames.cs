using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>
/// What an answer may lead to, by name: questions, outcomes, and steps as <c>step:slug</c>. Of two with one name the
/// first has it; that there are two is for the check to say.
/// </summary>
internal sealed class FlowNames
{
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outcomeOfStep = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Step> _steps;
    private readonly References _references;
    private readonly int _questions;

    /// <summary>Numbers all nodes: questions, outcomes with an entry of their own, then steps that answers name, from the lowest up.</summary>
    /// <param name="questions">Names of the questions in their order, null where one has none.</param>
    /// <param name="outcomes">The file's own outcomes in their order.</param>
    /// <param name="targets">All that answers lead to, as it is written.</param>
    /// <param name="steps">The ladder.</param>
    /// <param name="references">For the word before a step's name, and the names that steps had before.</param>
    public FlowNames(
        IEnumerable<string?> questions, ImmutableArray<OutcomeEntry> outcomes, IEnumerable<string> targets,
        ImmutableArray<Step> steps, References references)
    {
        (_steps, _references) = (steps, references);
        foreach (var id in questions)
        {
            _nodes.TryAdd(id ?? "", _questions++);
        }
        _nodes.Remove("");
        var next = _questions;
        foreach (var outcome in outcomes)
        {
            if (outcome.Step is { } step)
            {
                _outcomeOfStep.TryAdd(step.Slug, next);
            }
            else if (outcome.Id is { } id)
            {
                _nodes.TryAdd(id.Value, next);
            }
            next++;
        }
        var named = targets.Select(Slug).OfType<string>().Where(s => !_outcomeOfStep.ContainsKey(s)).ToFrozenSet(StringComparer.Ordinal);
        WithoutEntry = [.. steps.Where(s => named.Contains(s.Slug)).DistinctBy(s => s.Slug, StringComparer.Ordinal)];
        foreach (var step in WithoutEntry)
        {
            _outcomeOfStep.Add(step.Slug, next++);
        }
    }

    /// <summary>Steps that answers lead to and that have no entry, from the lowest up.</summary>
    public ImmutableArray<Step> WithoutEntry { get; }

    /// <summary>Node of a question; -1 where there is none of this name.</summary>
    public int Question(string name) => _nodes.TryGetValue(name, out var node) && node < _questions ? node : -1;

    /// <summary>Where a name leads; -1 where there is no such thing.</summary>
    public int Node(string name) => Slug(name) is { } slug ? _outcomeOfStep.GetValueOrDefault(slug, -1) : _nodes.GetValueOrDefault(name, -1);

    /// <summary>
    /// What to offer for a name that is not there: the step of that name where only its word is missing, the step that had
    /// the name before, or what is near.
    /// </summary>
    public string Suggestion(string name)
    {
        var slug = Slug(name) ?? Language.Slug(name);
        var meant = _steps.Any(s => s.Slug == slug) ? slug : _references.StepsOnceNamed.GetValueOrDefault(slug);
        return Nearest.Suggestion(Language, name, _nodes.Keys.Concat(_steps.Select(s => Reference(s.Slug))), meant is null ? null : Reference(meant));
    }

    private Language Language => _references.Language;

    private string Reference(string slug) => Language.Reference("step") + ":" + slug;

    private string? Slug(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || name[..colon].Trim() != Language.Reference("step") ? null : Language.Slug(name[(colon + 1)..]);
    }
}
