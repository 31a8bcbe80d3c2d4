using System.Collections.Immutable;

namespace Trappa.Model;

/// <summary>What an editor writes in a field.</summary>
internal enum FieldKind
{
    /// <summary>Plain text on one line.</summary>
    Line,
    /// <summary>Plain text, perhaps long.</summary>
    Text,
    /// <summary>Text with Markdown in it.</summary>
    Markdown,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>A number of millimetres, perhaps with decimals.</summary>
    Measure,
    /// <summary>A day (ISO 8601: 2024-04-30).</summary>
    Date,
    /// <summary>A month (ISO 8601: 2024-04).</summary>
    Month,
    /// <summary>Yes or no.</summary>
    YesNo,
    /// <summary>One of a few words.</summary>
    Choice,
    /// <summary>An absolute address.</summary>
    Address,
    /// <summary>The name of something else in the guide.</summary>
    Name,
    /// <summary>Fields of its own.</summary>
    Group,
}

/// <summary>What a name is the name of.</summary>
internal enum Named
{
    /// <summary>Anything: who writes it makes it up.</summary>
    Anything,
    /// <summary>A section of a step, as <c>site.yaml</c> declares it.</summary>
    Section,
    /// <summary>A role that a section may have.</summary>
    Role,
    /// <summary>A step of the ladder.</summary>
    Step,
    /// <summary>A quote.</summary>
    Quote,
    /// <summary>A folder of pages.</summary>
    Folder,
    /// <summary>A page, by its path below the folder of all content.</summary>
    Page,
    /// <summary>An outside resource, by its id.</summary>
    Resource,
    /// <summary>Somebody who answers the flow's questions.</summary>
    Reader,
    /// <summary>A question of the flow, which is also the name of what its answers say.</summary>
    Question,
    /// <summary>What an answer may lead to: a question, an outcome, or a step with the word for it before.</summary>
    Target,
}

/// <summary>A field that editors write.</summary>
/// <param name="Name">Its English name; what it is called in a language is the language's to say.</param>
/// <param name="Kind">What is written in it.</param>
internal sealed record Field(string Name, FieldKind Kind)
{
    /// <summary>Whether it must be there and not be empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is a list of such; of texts, one alone counts as a list of one.</summary>
    public bool IsList { get; init; }

    /// <summary>Least and most of a number; the most also of how many a list has.</summary>
    public int? Least { get; init; }

    /// <inheritdoc cref="Least"/>
    public int? Most { get; init; }

    /// <summary>The English names of the words that a choice is among.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What a name must be the name of.</summary>
    public Named Of { get; init; }

    /// <summary>The fields of a group, or those that may stand in the place of a text.</summary>
    public FieldGroup? Group { get; init; }

    /// <summary>Another field of the group and its value that make this one required, or null.</summary>
    public (string Field, string Value)? RequiredWhen { get; init; }

    /// <summary>Another field of the group in whose place this one stands: one of the two is there, and never both.</summary>
    public string? InsteadOf { get; init; }
}

/// <summary>Fields that stand together: a file, front matter, or a map in one of these.</summary>
/// <param name="Name">What it is called in the code and in the language's file.</param>
/// <param name="Fields">Those that it always has, in the order in which a careful person writes them.</param>
internal sealed record FieldGroup(string Name, params ImmutableArray<Field> Fields)
{
    /// <summary>What gives the names of further fields, or null where there are no others.</summary>
    public Named? Open { get; init; }

    /// <summary>What the further fields are like; null for sections of a step, which say so themselves.</summary>
    public Field? OpenAs { get; init; }

    /// <summary>The field after which the further ones are written; null where they come last.</summary>
    public string? OpenAfter { get; init; }

    /// <summary>Whether text in Markdown stands below the fields.</summary>
    public bool HasBody { get; init; }

    /// <summary>This group and those inside it, each once.</summary>
    public IEnumerable<FieldGroup> WithInner() => Fields.Append(OpenAs).Select(f => f?.Group).OfType<FieldGroup>()
        .SelectMany(g => g.WithInner()).Prepend(this).Distinct();

    /// <summary>A field by its English name.</summary>
    /// <exception cref="InvalidOperationException">It is not in the table: a fault of ours.</exception>
    public Field this[string english]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (field.Name == english)
                {
                    return field;
                }
            }
            throw new InvalidOperationException($"The field '{english}' is not in the table under '{Name}'.");
        }
    }
}
