using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Cli.Tests.Running;

/// <summary>The real command in a process of its own.</summary>
internal sealed class HubProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _printed = new();
    private readonly SemaphoreSlim _written = new(0);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubProcess(Process process) => _process = process;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Completes when the hub says that it is ready; fails when it ends before.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(_ready.Task, ended) == ended)
        {
            await ended;
            throw new InvalidOperationException($"the hub ended with {_process.ExitCode} before it was ready:\n{Output}");
        }
    }

    /// <summary>Completes when the hub has written this text.</summary>
    public async Task WaitForOutputAsync(string text, CancellationToken cancellationToken)
    {
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            await _written.WaitAsync(cancellationToken);
        }
    }

    public static HubProcess Start(params string[] arguments) => StartWithin([], arguments);

    /// <summary>Starts it by a command that ends in being it, such as one that enters a namespace.</summary>
    public static HubProcess StartWithin(IReadOnlyList<string> wrapper, params string[] arguments)
    {
        string[] command = [.. wrapper, "dotnet", Path.Combine(AppContext.BaseDirectory, "simphonie.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var hub = new HubProcess(new Process { StartInfo = start });
        hub._process.OutputDataReceived += (_, line) => hub._printed.AppendLine(line.Data);
        hub._process.OutputDataReceived += hub.Keep;
        hub._process.ErrorDataReceived += hub.Keep;
        hub._process.Start();
        hub._process.BeginOutputReadLine();
        hub._process.BeginErrorReadLine();
        return hub;
    }

    /// <summary>Runs a command to its end and gives its status and output.</summary>
    public static Task<CommandRun> RunAsync(CancellationToken cancellationToken, params string[] arguments) => RunWithinAsync([], cancellationToken, arguments);

    /// <summary>Runs a command as <see cref="StartWithin"/> starts it.</summary>
    public static async Task<CommandRun> RunWithinAsync(IReadOnlyList<string> wrapper, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = StartWithin(wrapper, arguments);
        await process._process.WaitForExitAsync(cancellationToken);
        return new(process._process.ExitCode, process.Output, process._printed.ToString());
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>SIGKILL: the process can do nothing about it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }

        _written.Release();
        if (line.Data?.StartsWith("Ready", StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }
}
