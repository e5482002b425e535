using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Simphonie.Channels.Profiles;

/// <summary>Reads a YAML data file of this project into settings with marks; tags mean nothing and depth is bounded.</summary>
public static class ProfileYaml
{
    private const int MostDepth = 16;

    /// <summary>The map at the root of the file, null when it cannot be read; then <paramref name="findings"/> says why under <paramref name="code"/>.</summary>
    public static Setting.Map? Read(string path, DiagnosticCode code, DiagnosticBag findings) =>
        Read(path, file => File.Exists(file) ? File.OpenRead(file) : null, code, findings);

    /// <summary>The same over files that lie elsewhere; <paramref name="open"/> gives null for one that does not exist.</summary>
    public static Setting.Map? Read(string path, Func<string, Stream?> open, DiagnosticCode code, DiagnosticBag findings)
    {
        try
        {
            using var file = open(path);
            if (file is null)
            {
                findings.Add(code, Place.InFile(path, 0, 0), "The file does not exist.");
                return null;
            }

            using var text = new StreamReader(file);
            var stream = new YamlStream();
            stream.Load(text);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return (Setting.Map)Convert(root, path, 0);
            }

            findings.Add(code, Place.InFile(path, 1, 1), "The file is not one YAML map.");
        }
        catch (YamlException exception)
        {
            findings.Add(code, Place.InFile(path, (int)exception.Start.Line, (int)exception.Start.Column), "The file is not valid YAML.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(code, Place.InFile(path, 0, 0), "The file cannot be opened.");
        }

        return null;
    }

    private static Setting Convert(YamlNode node, string path, int depth)
    {
        var place = Place.InFile(path, (int)node.Start.Line, (int)node.Start.Column);
        if (depth > MostDepth)
        {
            throw new YamlException(node.Start, node.End, "The file nests too deep.");
        }

        return node switch
        {
            YamlMappingNode map => new Setting.Map([.. map.Children.Select(pair => KeyValuePair.Create((pair.Key as YamlScalarNode)?.Value ?? "", Convert(pair.Value, path, depth + 1)))], place)
            {
                KeyPlaces = [.. map.Children.Keys.Select(key => Place.InFile(path, (int)key.Start.Line, (int)key.Start.Column))],
            },
            YamlSequenceNode list => new Setting.List([.. list.Children.Select(item => Convert(item, path, depth + 1))], place),
            _ => new Setting.Scalar((node as YamlScalarNode)?.Value ?? "", place),
        };
    }
}
