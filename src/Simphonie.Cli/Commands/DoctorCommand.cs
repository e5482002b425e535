using System.CommandLine;
using System.Net.Sockets;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Hub;
using Simphonie.Engine.Lots;
using Simphonie.Journal;
using Simphonie.Journal.Locking;
using Simphonie.Journal.Marks;

namespace Simphonie.Cli.Commands;

/// <summary><c>simphonie doctor</c>: checks the environment and says what is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var config = new Option<string?>("--config") { Description = "A hub.yaml to check as well: its secrets, certificates and ports." };
        var json = CommonOptions.Json();
        var command = new Command("doctor", "Check the environment and say what is missing.") { data, config, json };
        command.SetAction(parsed =>
        {
            var rows = new List<Row>();
            var fine = Runtime(rows) & Folder(rows) & Data(rows, parsed.GetValue(data)!, MarksOf(parsed.GetValue(config))) & (parsed.GetValue(config) is not { } file || Hub(rows, file));
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)).Rows(rows);
            return fine ? ExitStatus.Fine : ExitStatus.Environment;
        });
        return command;
    }

    private static string? MarksOf(string? config) =>
        config is null ? null : new HubReader(ChannelKinds.All).ReadFile(config, resolveSecrets: false, new DiagnosticBag())?.Lots?.Marks;

    private static bool Check(List<Row> rows, string what, bool fine, string detail)
    {
        rows.Add(new() { { "check", what }, { "fine", fine }, { "detail", detail } });
        return fine;
    }

    private static bool Runtime(List<Row> rows) =>
        Check(rows, ".NET", Environment.Version.Major >= 10, Environment.Version.ToString());

    private static bool Folder(List<Row> rows) =>
        Check(rows, "schemas", Directory.Exists(Home.Schemas), Home.Schemas);

    private static bool Data(List<Row> rows, string data, string? marks)
    {
        if (!Directory.Exists(data))
        {
            return Check(rows, "data directory", true, $"{Path.GetFullPath(data)} will be made at the first start");
        }

        var mode = File.GetUnixFileMode(data);
        var closed = (mode & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) == UnixFileMode.None;
        var fine = Check(rows, "data directory", closed, closed ? "only its owner may read it" : "others may read it: chmod 0700");
        Check(rows, "hub", true, DataDirectoryLock.IsHeld(data) ? "a hub runs on it" : "no hub runs on it");
        var free = new DriveInfo(Path.GetFullPath(data)).AvailableFreeSpace / 1024 / 1024;
        fine &= Check(rows, "disk", free > 1024, $"{free} MB free");
        return Journal(rows, data, marks) & fine;
    }

    private static bool Journal(List<Row> rows, string data, string? marks)
    {
        if (!File.Exists(DataDirectory.Journal(data)))
        {
            return Check(rows, "journal", true, "none yet");
        }

        try
        {
            using var journal = JournalAccess.Open(data);
            return Check(rows, "journal", true, $"{journal.Id}") & Lots(rows, new LotMarkFile(marks ?? Path.Combine(data, LotMarkFile.Name)), journal.Reader.Lots);
        }
        catch (JournalRefusedException exception)
        {
            return Check(rows, "journal", false, exception.Diagnostic.ToString());
        }
    }

    /// <summary>Whether the journal knows every number of a lot that has left.</summary>
    private static bool Lots(List<Row> rows, LotMarkFile file, ILotReader journal)
    {
        try
        {
            return LotMarks.Objection(file.Read(), journal.MarksAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult()) is not { } behind
                || Check(rows, "lots", false, behind.ToString());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Check(rows, "lots", false, $"{LotCodes.MarksUnreadable.Id}: {LotCodes.MarksUnreadable.Title} {LotCodes.MarksUnreadable.Help}");
        }
    }

    private static bool Hub(List<Row> rows, string config)
    {
        var findings = new DiagnosticBag();
        var hub = new HubReader(ChannelKinds.All).ReadFile(config, resolveSecrets: true, findings);
        foreach (var finding in findings)
        {
            Check(rows, "hub.yaml", finding.Severity != Severity.Error, finding.ToString());
        }

        if (hub is null)
        {
            return false;
        }

        var listens = hub.Inbound.Select(channel => (Name: channel.Name, Listen: channel.Settings.Own.Text("listen"))).Append((Name: "http", Listen: hub.Http?.Listen));
        return listens.Where(one => one.Listen is not null).Aggregate(!findings.HasErrors, (fine, one) => Port(rows, one.Name, one.Listen!) & fine);
    }

    private static bool Port(List<Row> rows, string name, string listen)
    {
        try
        {
            var address = HttpAddress.Parse(listen);
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(address);
            return Check(rows, "port of " + name, true, listen);
        }
        catch (Exception exception) when (exception is SocketException or FormatException)
        {
            return Check(rows, "port of " + name, false, $"{listen}: {exception.GetType().Name}");
        }
    }
}
