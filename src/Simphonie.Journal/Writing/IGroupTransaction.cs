namespace Simphonie.Journal.Writing;

/// <summary>The database side of a group: called by the writer's thread only.</summary>
internal interface IGroupTransaction : IUnitWriter, IDisposable
{
    void Begin();

    void Save();

    /// <summary>Keeps or undoes what was written since <see cref="Save"/>.</summary>
    void Release(bool keep);

    /// <summary>Returns when the group is on disk.</summary>
    void Commit();

    void Rollback();

    /// <summary>Called after each group outside any transaction.</summary>
    void AfterGroup();

    FailureKind Classify(Exception exception);
}

/// <summary>What a failure means for what comes after it.</summary>
internal enum FailureKind
{
    /// <summary>The unit asked for something impossible; others are untouched.</summary>
    Unit,

    /// <summary>The group could not be written (disk full); a later one may.</summary>
    Group,

    /// <summary>What is on disk is no longer certain: nothing more is written.</summary>
    Journal,
}
