namespace Trappa.Web;

/// <summary>Why there was no answer.</summary>
public enum WebFault
{
    /// <summary>No machine has the name.</summary>
    Name,
    /// <summary>The machine does not take calls.</summary>
    Connection,
    /// <summary>The connection could not be made secure.</summary>
    Security,
    /// <summary>Too slow.</summary>
    Timeout,
    /// <summary>An answer that is none, or that broke off.</summary>
    Broken,
}

/// <summary>What a server said to one request.</summary>
public sealed record Reply
{
    /// <summary>Why there was no answer, or null where there was one.</summary>
    public WebFault? Fault { get; init; }
    /// <summary>Status code; 0 without an answer.</summary>
    public int Status { get; init; }
    /// <summary>Where the answer leads on to, absolute and with its fragment, or null.</summary>
    public Uri? Location { get; init; }
    /// <summary>How long the server asks to be left alone, from now on; or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
    /// <summary>The body as far as it was wanted.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
    /// <summary>Whether the body was no longer than was wanted.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it is what was asked for.</summary>
    public bool IsGood => Status is >= 200 and < 300;
    /// <summary>Whether it says to look elsewhere.</summary>
    public bool IsRedirect => Status is >= 300 and < 400 and not 304;
    /// <summary>Whether elsewhere is for good (RFC 9110 §15.4.2, §15.4.9).</summary>
    public bool IsPermanent => Status is 301 or 308;
}
