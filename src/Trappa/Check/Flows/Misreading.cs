using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>A person whom the flow misreads: they say something, and land where the opposite holds.</summary>
/// <param name="Turns">Their answers, from the start to the outcome.</param>
/// <param name="Said">What they said, of these.</param>
/// <param name="Turned">The answer of these from which on no outcome agrees with what they said: what is wrong is there.</param>
/// <param name="Outcome">Node of the outcome.</param>
internal sealed record Misreading(ImmutableArray<Turn> Turns, Turn Said, Turn Turned, int Outcome);

/// <summary>
/// Finds who is misread. No way asks one question twice, so an answer is contradicted just when an outcome that it can
/// lead to claims another value of its question: no way has to be walked. An outcome that is silent contradicts nothing.
/// </summary>
internal sealed class Misreadings
{
    // So many outcomes are looked at in one pass over the graph, a bit each.
    private const int Words = 16;

    // Answers looked at in search of where things turn wrong, all in all. A flow that goes beyond is wrong in hundreds of places.
    private const int Budget = 3_000_000;

    private readonly Flow _flow;
    private readonly FlowGraph _graph;
    private readonly ImmutableArray<int> _order;
    private readonly List<int> _questions;
    private readonly int _answers;
    private readonly HashSet<(string Variable, string Value)> _known;
    // Nodes from which some way comes to an outcome: what leads nowhere is told of by itself.
    private readonly bool[] _ends;

    public Misreadings(Flow flow, FlowGraph graph, ImmutableArray<int> order)
    {
        (_flow, _graph, _order) = (flow, graph, order);
        _questions = [.. order.Where(n => n < flow.Questions.Length && graph.IsReached(n))];
        _answers = flow.Questions.Sum(q => q.Answers.Length);
        _ends = new bool[flow.Nodes];
        foreach (var node in order.Reverse())
        {
            _ends[node] = flow.QuestionAt(node) is not { } question || question.Answers.Any(a => a.To >= 0 && _ends[a.To]);
        }
        // A value that no answer gives is told of as such; it would contradict all of them.
        _known = [.. flow.Questions.SelectMany(q => q.Answers.Select(a => (q.Id, Value: a.Value!))).Where(v => v.Value is not null)];
    }

    /// <summary>Every answer that some outcome it can lead to contradicts, in the order of the file.</summary>
    public List<Turn> Contradicted()
    {
        var found = new HashSet<Turn>();
        for (var first = 0; first < _flow.Outcomes.Length; first += Words * 64)
        {
            Find(first, found);
        }
        return [.. found.OrderBy(t => t.Question).ThenBy(t => t.Answer)];
    }

    /// <summary>
    /// One misreading for each answer where things turn wrong, and how many of the contradicted answers were not followed
    /// as there are too many of them.
    /// </summary>
    public (ImmutableArray<Misreading> Found, int Left) All()
    {
        var contradicted = Contradicted();
        var found = new Dictionary<Turn, Misreading>();
        var followed = 0;
        for (; followed < contradicted.Count && (long)followed * _answers <= Budget; followed++)
        {
            Follow(contradicted[followed], found);
        }
        return ([.. found.Values.OrderBy(m => m.Turned.Question).ThenBy(m => m.Turned.Answer)], contradicted.Count - followed);
    }

    /// <summary>Whether an outcome claims another value than an answer gives.</summary>
    public bool Contradicts(int node, Turn said) => _flow.OutcomeAt(node) is { } outcome
        && _flow.At(said).Value is { } value
        && outcome.Profile.TryGetValue(_flow.Questions[said.Question].Id, out var claim) && claim.Value != value
        && _known.Contains((_flow.Questions[said.Question].Id, claim.Value));

    private void Find(int first, HashSet<Turn> found)
    {
        var reach = new ulong[_flow.Nodes * Words];
        var claims = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        var agreeing = new Dictionary<(string, string), ulong[]>();
        for (var o = first; o < Math.Min(first + (Words * 64), _flow.Outcomes.Length); o++)
        {
            var (word, bit) = ((o - first) / 64, 1UL << ((o - first) % 64));
            reach[((_flow.Questions.Length + o) * Words) + word] |= bit;
            foreach (var (variable, claim) in _flow.Outcomes[o].Profile.Where(p => _known.Contains((p.Key, p.Value.Value))))
            {
                Bits(claims, variable)[word] |= bit;
                Bits(agreeing, (variable, claim.Value))[word] |= bit;
            }
        }
        for (var i = _questions.Count - 1; i >= 0; i--)
        {
            var question = _flow.Questions[_questions[i]];
            var isClaimed = claims.TryGetValue(question.Id, out var claimed);
            for (var a = 0; a < question.Answers.Length; a++)
            {
                var answer = question.Answers[a];
                if (answer.To < 0)
                {
                    continue;
                }
                var led = reach.AsSpan(answer.To * Words, Words);
                var own = reach.AsSpan(_questions[i] * Words, Words);
                var agree = isClaimed && answer.Value is not null ? agreeing.GetValueOrDefault((question.Id, answer.Value)) : null;
                for (var w = 0; w < Words; w++)
                {
                    own[w] |= led[w];
                    if (isClaimed && answer.Value is not null && (led[w] & claimed![w] & ~(agree?[w] ?? 0)) != 0)
                    {
                        found.Add(new(_questions[i], a));
                    }
                }
            }
        }
    }

    private static ulong[] Bits<T>(Dictionary<T, ulong[]> by, T key)
        where T : notnull
    {
        if (!by.TryGetValue(key, out var bits))
        {
            by[key] = bits = new ulong[Words];
        }
        return bits;
    }

    // From a contradicted answer on, every answer that leads from where all may still be well to where nothing is.
    private void Follow(Turn said, Dictionary<Turn, Misreading> found)
    {
        var lost = Lost(said);
        var from = new Dictionary<int, Turn>();
        var queue = new Queue<int>();
        void Look(Turn turn)
        {
            var to = _flow.At(turn).To;
            if (to < 0 || !_ends[to])
            {
                return;
            }
            if (lost[to])
            {
                if (!found.ContainsKey(turn))
                {
                    found.Add(turn, Told(said, turn, from));
                }
            }
            else if (to < _flow.Questions.Length && from.TryAdd(to, turn))
            {
                queue.Enqueue(to);
            }
        }
        Look(said);
        while (queue.TryDequeue(out var question))
        {
            for (var a = 0; a < _flow.Questions[question].Answers.Length; a++)
            {
                Look(new(question, a));
            }
        }
    }

    private Misreading Told(Turn said, Turn turned, Dictionary<int, Turn> from)
    {
        var between = new List<Turn> { turned };
        while (between[^1] != said)
        {
            between.Add(from[between[^1].Question]);
        }
        between.Reverse();
        var to = _flow.At(turned).To;
        var rest = _graph.ShortestFrom(to, n => Contradicts(n, said)) ?? [];
        var outcome = rest.IsEmpty ? to : _flow.At(rest[^1]).To;
        return new([.. _graph.ShortestTo(said.Question), .. between, .. rest], said, turned, outcome);
    }

    // Nodes from which every outcome contradicts what was said; also those from which there is none, where nobody is looked for.
    private bool[] Lost(Turn said)
    {
        var lost = new bool[_flow.Nodes];
        for (var i = _order.Length - 1; i >= 0; i--)
        {
            var node = _order[i];
            lost[node] = _flow.QuestionAt(node) is not { } question ? Contradicts(node, said)
                : question.Answers.All(a => a.To < 0 || !_ends[a.To] || lost[a.To]);
        }
        return lost;
    }
}
