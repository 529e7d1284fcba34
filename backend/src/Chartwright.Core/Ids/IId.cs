namespace Chartwright.Core.Ids;

/// <summary>A typed id over a version 7 UUID: ids sort by the time they were made.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

#pragma warning disable CA1000 // a static factory on the type itself is the point of a typed id
    static abstract TSelf From(Guid value);
#pragma warning restore CA1000
}

public static class NewId
{
    /// <summary>A fresh id of the asked kind.</summary>
    public static TId Of<TId>() where TId : struct, IId<TId> => TId.From(Guid.CreateVersion7());
}
