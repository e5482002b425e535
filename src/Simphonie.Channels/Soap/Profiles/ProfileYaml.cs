using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Simphonie.Channels.Soap.Profiles;

/// <summary>Reads a YAML data file of this project into settings with marks. Anchors' targets are read in place; tags mean nothing.</summary>
public static class ProfileYaml
{
    /// <summary>The map at the root of the file, null when it cannot be read; then <paramref name="findings"/> says why under <paramref name="code"/>.</summary>
    public static Setting.Map? Read(string path, DiagnosticCode code, DiagnosticBag findings)
    {
        try
        {
            using var text = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(text);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return (Setting.Map)Convert(root, path);
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

    private static Setting Convert(YamlNode node, string path)
    {
        var place = Place.InFile(path, (int)node.Start.Line, (int)node.Start.Column);
        return node switch
        {
            YamlMappingNode map => new Setting.Map([.. map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? "", Convert(pair.Value, path)))], place)
            {
                KeyPlaces = [.. map.Children.Keys.Select(key => Place.InFile(path, (int)key.Start.Line, (int)key.Start.Column))],
            },
            YamlSequenceNode list => new Setting.List([.. list.Children.Select(item => Convert(item, path))], place),
            _ => new Setting.Scalar((node as YamlScalarNode)?.Value ?? "", place),
        };
    }
}
