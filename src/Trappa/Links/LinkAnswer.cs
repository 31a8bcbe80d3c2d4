namespace Trappa.Links;

/// <summary>How an outside address stands.</summary>
internal enum LinkState
{
    /// <summary>It answers.</summary>
    Works,
    /// <summary>It has another address, for good.</summary>
    Moved,
    /// <summary>It leads on, for the time being.</summary>
    Redirected,
    /// <summary>It does not answer, or says that there is nothing.</summary>
    Failed,
    /// <summary>A program cannot or may not tell.</summary>
    Unchecked,
}

/// <summary>What a check of one address came to.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why, as the word of the interface <c>link_…</c>; empty where it works.</param>
/// <param name="Status">Status code of the last answer; 0 where there was none.</param>
/// <param name="Target">Where it leads to: the new address, or that which is none; null where it leads nowhere else.</param>
internal sealed record LinkAnswer(LinkState State, string Reason = "", int Status = 0, string? Target = null)
{
    /// <summary>Whether no server was reached at all.</summary>
    public bool IsSilent => State == LinkState.Failed && Reason is "name" or "connection";
}
