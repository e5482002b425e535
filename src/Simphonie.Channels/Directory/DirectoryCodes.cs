using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Directories;

/// <summary>Codes of the directory channel (34xx).</summary>
public static class DirectoryCodes
{
    public static readonly DiagnosticCode NoSuchFolder = new("SIM3401", Severity.Error, "The folder cannot be used.", "Create it and let the hub's user read, write and rename in it.");
    public static readonly DiagnosticCode BadPattern = new("SIM3402", Severity.Error, "The pattern cannot be used.", "A pattern is a name with * and ?, without folders.");
    public static readonly DiagnosticCode SameFolder = new("SIM3403", Severity.Error, "A folder is used twice.", "Archive and error folder must differ from the folder that is watched and from each other.");
    public static readonly DiagnosticCode NameWithoutIdentity = new("SIM3404", Severity.Error, "The file name does not tell deliveries apart.", "Write {id} into 'name'.");
    public static readonly DiagnosticCode BadName = new("SIM3405", Severity.Error, "The file name cannot be used.", "Letters, digits, '.', '-', '_' and the placeholders {id}, {day} and {time}; no folders, and no dot in front.");
    public static readonly DiagnosticCode CannotWrite = new("SIM3410", Severity.Error, "The file cannot be written.", "Check the folder, its rights and the space on its disk.");
    public static readonly DiagnosticCode OtherFile = new("SIM3411", Severity.Error, "A file of that name is there with other contents.", "Look who else writes into the folder; the hub never replaces a file.");
    public static readonly DiagnosticCode NotDurable = new("SIM3412", Severity.Error, "The file is there, but the disk did not confirm its name.", "Nothing to do: it is written again under the same name.");
}
