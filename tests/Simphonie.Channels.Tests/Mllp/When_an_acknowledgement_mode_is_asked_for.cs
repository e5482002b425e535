using Simphonie.Channels.Mllp;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>HL7 v2.5 chapter 2, original and enhanced acknowledgement modes, and table 0155.</summary>
public sealed class When_an_acknowledgement_mode_is_asked_for
{
    [TestCase(IntakeDisposition.Accepted, "AA")]
    [TestCase(IntakeDisposition.Duplicate, "AA")]
    [TestCase(IntakeDisposition.Conflict, "AE")]
    [TestCase(IntakeDisposition.Invalid, "AE")]
    [TestCase(IntakeDisposition.Overloaded, "AE")]
    [TestCase(IntakeDisposition.Unreadable, "AR")]
    [TestCase(IntakeDisposition.WrongWorld, "AR")]
    [TestCase(IntakeDisposition.TooLarge, "AR")]
    public void Should_answer_in_original_mode(IntakeDisposition disposition, string code)
    {
        Assert.That(AcknowledgementPolicy.Decide(disposition, "", null), Is.EqualTo(new AcknowledgementCodes(code, null)));
    }

    [TestCase(IntakeDisposition.Accepted, "AL", "NE", "CA", null)]
    [TestCase(IntakeDisposition.Accepted, "AL", "AL", "CA", "AA")]
    [TestCase(IntakeDisposition.Accepted, "NE", "AL", null, "AA")]
    [TestCase(IntakeDisposition.Accepted, "ER", "ER", null, null)]
    [TestCase(IntakeDisposition.Accepted, "SU", "SU", "CA", "AA")]
    [TestCase(IntakeDisposition.Accepted, "", "AL", "CA", "AA")]
    [TestCase(IntakeDisposition.Conflict, "AL", "AL", "CE", null)]
    [TestCase(IntakeDisposition.Conflict, "SU", "SU", null, null)]
    [TestCase(IntakeDisposition.Invalid, "ER", "NE", "CE", null)]
    [TestCase(IntakeDisposition.Unreadable, "AL", "", "CR", null)]
    [TestCase(IntakeDisposition.TooLarge, "NE", "NE", null, null)]
    public void Should_answer_in_enhanced_mode(IntakeDisposition disposition, string accept, string application, string? first, string? second)
    {
        Assert.That(AcknowledgementPolicy.Decide(disposition, accept, application), Is.EqualTo(new AcknowledgementCodes(first, second)));
    }
}
