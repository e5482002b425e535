using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Writing;

namespace Simphonie.Formats.Tests.Hl7v2.Writing;

public sealed class When_a_message_is_edited
{
    private static readonly string[] Original =
    [
        Messages.Header, Messages.Event, Messages.Patient + "||", Messages.Visit, Messages.Movement,
        "IN1|1|AMO|012110000|||", "IN2|x", "ROL|1|AD|AT|d", "IN1|2|AMC|303294", "IN2|y", "ACC|20240101|1",
    ];

    private static string[] Edit(Action<Hl7Editor> edit)
    {
        var editor = new Hl7Editor(Messages.Read(Messages.Join(Original)));
        edit(editor);
        var findings = new DiagnosticBag();
        var text = Encoding.UTF8.GetString(editor.Build(findings).Bytes.Span);
        Assert.That(findings, Is.Empty);
        return text.TrimEnd('\r').Split('\r');
    }

    private static Hl7Document Cover() => Messages.Read(Messages.Join(Messages.Header, "IN1|9|AMO|017510000", "IN2|new", "ROL|7|AD|ODRP|gp"));

    [Test]
    public void Should_keep_every_byte_when_nothing_is_changed() => Assert.That(Edit(_ => { }), Is.EqualTo(Original));

    [Test]
    public void Should_change_one_field()
    {
        var edited = Edit(editor =>
        {
            editor.Set(0, 10, Value.Of("R|1"));
            editor.Set(0, 9, Value.Of("Z99"), component: 2);
        });
        Assert.That(edited[0], Is.EqualTo(Messages.Header.Replace("ADT^A01^ADT_A01|M1|", "ADT^Z99^ADT_A01|R\\F\\1|")));
        Assert.That(edited[1..], Is.EqualTo(Original[1..]));
    }

    [Test]
    public void Should_replace_one_cover_as_a_group()
    {
        var edited = Edit(editor =>
        {
            editor.RemoveGroup(5);
            editor.Insert(Cover(), 1, 2);
        });
        Assert.That(edited, Is.EqualTo((string[])[.. Original[..5], "IN1|2|AMC|303294", "IN2|y", "IN1|9|AMO|017510000", "IN2|new", "ACC|20240101|1"]));
    }

    [Test]
    public void Should_put_a_role_of_the_patient_behind_the_patient() => Assert.That(
        Edit(editor => editor.Insert(Cover(), 3, 1)), Is.EqualTo((string[])[.. Original[..3], "ROL|7|AD|ODRP|gp", .. Original[3..]]));

    [Test]
    public void Should_remove_one_segment() => Assert.That(Edit(editor => editor.Remove(6)), Is.EqualTo((string[])[.. Original[..6], .. Original[7..]]));
}
