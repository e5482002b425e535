using Simphonie.Channels.Directories;
using Simphonie.Contracts.Channels;
using Simphonie.Contracts.Endpoints;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Directories;

/// <summary>The watched folder as an inbound channel.</summary>
public sealed class The_watched_folder : InboundContract
{
    protected override IInboundRig Create(IIntake intake) => new FolderRig(intake);
}

/// <summary>The folder that is delivered into as an endpoint.</summary>
public sealed class The_delivery_folder : EndpointContract
{
    protected override IEndpointRig Create() => new Rig();

    private sealed class Rig : IEndpointRig
    {
        private readonly TemporaryFolder _folder = new();

        public Rig() => Endpoint = new DirectoryEndpoint(new DirectoryEndpointSettings
        {
            Name = "out",
            Folder = Target,
            FileName = FileNamePattern.TryParse("{day}-{id}.hl7")!,
            InFlight = 1,
            Format = "hl7v2",
        });

        public IEndpoint Endpoint { get; }

        public byte[] Body { get; } = "MSH|^~\\&|A\r"u8.ToArray();

        /// <summary>A folder takes a file whole or not at all, and answers nothing.</summary>
        public IReadOnlySet<PeerBreak> Breaks { get; } = new HashSet<PeerBreak> { PeerBreak.Unreachable };

        public IReadOnlyList<byte[]> Received => System.IO.Directory.Exists(Target) ? [.. System.IO.Directory.EnumerateFiles(Target).Select(File.ReadAllBytes)] : [];

        private string Target
        {
            get
            {
                var target = Path.Combine(_folder.Path, "in");
                if (!Broken)
                {
                    System.IO.Directory.CreateDirectory(target);
                }

                return target;
            }
        }

        private bool Broken { get; set; }

        public void Break(PeerBreak? at)
        {
            Broken = at is not null;
            var target = Path.Combine(_folder.Path, "in");
            if (Broken)
            {
                System.IO.Directory.Delete(target, recursive: true);
            }
            else
            {
                System.IO.Directory.CreateDirectory(target);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Endpoint.DisposeAsync();
            _folder.Dispose();
        }
    }
}
