using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>A mailbox of mails that a test puts into it, served as RFC 1939 says it. Deletions count at QUIT.</summary>
internal sealed class Pop3Box : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(string Uid, string Mail)> _mails = [];
    private readonly Lock _gate = new();
    private readonly Task _serving;
    private int _put;
    private int _sessions;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Pop3Box()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _mails.Count;
            }
        }
    }

    /// <summary>Sessions that have ended.</summary>
    public int Sessions
    {
        get
        {
            lock (_gate)
            {
                return _sessions;
            }
        }
    }

    public void Put(byte[] mail)
    {
        lock (_gate)
        {
            _mails.Add(($"uid{_put++}", Encoding.Latin1.GetString(mail)));
        }
    }

    /// <summary>Completes at the end of the next session.</summary>
    public Task NextSessionAsync()
    {
        lock (_gate)
        {
            return _changed.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await SessionAsync(client.GetStream());
                lock (_gate)
                {
                    _sessions++;
                    _changed.TrySetResult();
                    _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            TestContext.Out.WriteLine("the mailbox was closed, in an accept or between two");
        }
    }

    private async Task SessionAsync(NetworkStream stream)
    {
        (string Uid, string Mail)[] mails;
        lock (_gate)
        {
            mails = [.. _mails];
        }

        var deleted = new List<string>();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "+OK");
        while (await reader.ReadLineAsync() is { } command)
        {
            var words = command.Split(' ');
            var number = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed - 1 : -1;
            switch (words[0])
            {
                case "UIDL":
                    await SayAsync(stream, "+OK\r\n" + string.Concat(mails.Select((mail, index) => $"{index + 1} {mail.Uid}\r\n")) + ".");
                    break;
                case "RETR":
                    await SayAsync(stream, "+OK\r\n" + string.Join("\r\n", mails[number].Mail.TrimEnd('\n', '\r').Split("\r\n").Select(line => line.StartsWith('.') ? "." + line : line)) + "\r\n.");
                    break;
                case "DELE":
                    deleted.Add(mails[number].Uid);
                    await SayAsync(stream, "+OK");
                    break;
                case "QUIT":
                    lock (_gate)
                    {
                        _mails.RemoveAll(mail => deleted.Contains(mail.Uid));
                    }

                    await SayAsync(stream, "+OK");
                    return;
                default:
                    await SayAsync(stream, "+OK");
                    break;
            }
        }
    }

    private static async Task SayAsync(Stream stream, string line)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
        }
        catch (IOException)
        {
            TestContext.Out.WriteLine("the client left");
        }
    }
}
