namespace Simphonie.Definitions.Mappings;

/// <summary>What the reference page says between its tables.</summary>
internal static class MappingReferenceText
{
    public const string Introduction = """
        # Mappings

        A mapping turns one document into another by rules that are a file: no program, every path checked against a schema before any message is seen.
        This page is generated from the declarations that the compiler reads; do not edit it by hand.

        ```yaml
        mapping: letter-to-patient
        version: 1
        effective: 2026-01-01
        from: hl7v2/pam-fr@2.11
        to: fhir/r4#Bundle
        tables:
          sex: {M: male, F: female, else: unknown}
        make:
          - Patient as patient:
              - gender: PID-8.table('sex')
              - for: PID-3.where(CX-5 = 'PI')
                add: identifier
                set:
                  - value: CX-1
        ```

        `simphonie map MAPPING FILE` runs it, `--explain` shows for each value of the output the rule and the places of the input;
        `simphonie lint` checks it, `simphonie test` runs the tests beside it (`*.test.yaml`, messages in `cases/`).

        ## The file

        """;

    public const string Rules = """

        ## Rules

        A rule is a line `path: expression`. The path is one of the output, the expression is read over the input.

        - Nothing in the input, nothing in the output: an absent value sets nothing, and an element comes into being with its first value.
        - Several values fill a list; for an element that takes one they are a finding, and nothing is made.
        - `path: [a, b]` with expressions writes their values one after the other. `path:` with rules below goes inside; in a list that is a new element.
        - `extension('name')` is an extension of FHIR; a name without a colon belongs to the hub (`urn:simphonie-hub:fhir:name`).
        - An HL7 v2 target is an address: `IN1-49.1`. There a value takes the place of the first repetition; `add` makes another.
        - A cleared field (`""`) reads as empty. Copied to HL7 v2 it stays cleared; `clear: path` writes it. Other formats cannot say it and leave it out.
        - In a Bundle, `Patient as patient:` makes an entry; `reference(patient)` refers to it. Inside a `for`, it means the resource made from the same item.
        - Identifiers come from `id('name')` and time from `%now` only, so that a replay gives the same. `%hub`, `%establishment` and `%world` (`real`, `test`) are known too.
        - A path that has the name of a key below is written between backticks.

        """;

    public const string Expressions = """

        ## Expressions

        FHIRPath (HL7, normative release 2) over documents of every format. A place in HL7 v2 is an address in one word: `PID-3`, `IN1[2]-49.1`, `CX-5`.
        It means the nearest of that name around the focus: inside an IN1, `IN1-2` is its own and `IN2-63` that of its group. Subtraction needs spaces.

        """;
}
