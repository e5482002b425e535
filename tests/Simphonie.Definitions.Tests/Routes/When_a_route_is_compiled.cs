using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Tests.Routes;

public sealed class When_a_route_is_compiled
{
    private const string Whole = """
        route: r
        version: 2
        effective: 2026-01-01
        description: A test.
        from: [gap-adt]
        when: MSH-9.2 = 'A01'
        key: dossier(PID-18)
        subject: dossier(PID-18) | patient(PID-3)
        steps:
          - validate: hl7v2/pam-fr@2.11
            on_error: continue
          - call: gap-return
            document: message
            as: answer
            timeout_seconds: 7
          - if: "%answer.exists()"
            send: gap-return
            document: message
          - choose:
              - if: PID-8 = 'M'
                steps:
                  - remember: seen
                    each: PID-3
                    key: patient($this)
              - steps:
                  - work-item: Look at it.
                    why: It is odd.
                    stop: true
          - limit: dossier(PID-18)
            max: 3
            per: 1 hour
            what: Stop it.
        retry: {attempts: 5, first_wait_seconds: 1, factor: 1.5}
        expires: 48 hours
        on_dead: continue
        answer: answer
        answer_within_seconds: 9
        """;

    [Test]
    public void Should_read_what_the_route_says_of_itself()
    {
        var route = RouteLint.Route(Whole);

        Assert.Multiple(() =>
        {
            Assert.That((route.Name, route.Version, route.Effective), Is.EqualTo(("r", 2, new DateOnly(2026, 1, 1))));
            Assert.That(route.From, Is.EqualTo(new[] { "gap-adt" }));
            Assert.That(route.When!.Text, Is.EqualTo("MSH-9.2 = 'A01'"));
            Assert.That(route.Retry, Is.EqualTo(new RetryPolicy(5, TimeSpan.FromSeconds(1), 1.5, TimeSpan.FromHours(1))));
            Assert.That(route.Expires, Is.EqualTo(TimeSpan.FromHours(48)));
            Assert.That(route.HoldOnDead, Is.False);
            Assert.That((route.Answer, route.AnswerWithin), Is.EqualTo(("answer", (TimeSpan?)TimeSpan.FromSeconds(9))));
            Assert.That(route.BusinessDate!.Text, Does.Contain("PV2-8"), "the default of HL7 v2");
        });
    }

    [Test]
    public void Should_build_a_step_of_each_kind_in_order()
    {
        var steps = RouteLint.Route(Whole).Steps;

        Assert.That(steps.Select(s => s.GetType()), Is.EqualTo(new[] { typeof(Step.Validate), typeof(Step.Call), typeof(Step.Send), typeof(Step.Choose), typeof(Step.Limit) }));
        var call = (Step.Call)steps[1];
        var send = (Step.Send)steps[2];
        var choose = (Step.Choose)steps[3];
        Assert.Multiple(() =>
        {
            Assert.That((call.Endpoint, call.RequestDocument, call.As, call.Timeout), Is.EqualTo(("gap-return", "message", "answer", TimeSpan.FromSeconds(7))));
            Assert.That(send.If!.Text, Is.EqualTo("%answer.exists()"));
            Assert.That(send.Place.Line, Is.EqualTo(16));
            Assert.That(choose.Cases[0].Steps.Single(), Is.InstanceOf<Step.Remember>());
            Assert.That(choose.Cases[1].Condition, Is.Null);
            Assert.That(((Step.Limit)steps[4]).Per, Is.EqualTo(TimeSpan.FromHours(1)));
        });
    }
}
